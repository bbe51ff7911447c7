/**
 * Runs a command in this process: `node src/cli/start.ts build --fresh` runs the command `build` with `--fresh`. Uses
 * the bundled code of the commands, and has it bundled for the next time where there is none.
 */
import { compareText } from '../corpus/compare.ts'
import { UsageError } from '../site/usage-error.ts'
import { command } from './command.ts'
import { loadFrom, removeCommandCode, storeCommandCode, storedCommandCode } from './command-code.ts'

/** What the module of a command exports. The command receives its arguments. */
interface Command {
  readonly default: (args: string[]) => void | Promise<void>
}

/** The commands whose code is bundled. */
const BUNDLED = ['build', 'check', 'doctor', 'export', 'import', 'join', 'new', 'refresh', 'rename']

/** The modules of the other commands. They load Astro, or need so little that a bundle would not make them faster. */
const OTHERS: Readonly<Record<string, () => Promise<Command>>> = {
  completion: () => import('./completion.ts'),
  dev: () => import('./develop.ts'),
  editor: () => import('./editor.ts'),
  init: () => import('./init.ts'),
  lsp: () => import('./lsp.ts'),
  mcp: () => import('./mcp.ts'),
  preview: () => import('./preview.ts'),
  schema: () => import('./schema.ts'),
  upgrade: () => import('./upgrade.ts'),
}

const [name = '', ...args] = process.argv.slice(2)

await command(name, async () => {
  const { default: run } = await load()
  await run(args)
  // Only a build is worth the time: it is what people run again.
  if (name === 'build' && !process.exitCode) await storeCommandCode(BUNDLED)
})

/** Loads the command, from the bundle where there is one. */
async function load(): Promise<Command> {
  const other = Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined
  if (other !== undefined) return other()
  if (!BUNDLED.includes(name)) {
    const all = [...BUNDLED, ...Object.keys(OTHERS)].sort(compareText)
    throw new UsageError(`There is no command '${name}'. There are ${all.join(', ')}.`)
  }
  return (await bundled()) ?? ((await import(`./${name}.ts`)) as Command)
}

/** Returns the bundled command, or undefined where there is none, or it is damaged. */
async function bundled(): Promise<Command | undefined> {
  const folder = storedCommandCode()
  if (folder === undefined) return undefined
  try {
    return (await loadFrom(folder, name)) as Command
  } catch {
    removeCommandCode(folder)
    return undefined
  }
}
