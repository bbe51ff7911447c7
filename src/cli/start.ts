/**
 * Runs a command in this process: `node src/cli/start.ts build --fresh` runs the command `build` with `--fresh`. Uses
 * the bundled code of the commands, and has it bundled for the next time where there is none.
 */
import { UsageError } from '../site/usage-error.ts'
import { command } from './command.ts'
import { loadFrom, removeCommandCode, storeCommandCode, storedCommandCode } from './command-code.ts'

/** What the module of a command exports. The command receives its arguments. */
interface Command {
  readonly default: (args: string[]) => void | Promise<void>
}

const COMMANDS = ['build', 'check', 'join', 'new', 'refresh', 'rename']

const [name = '', ...args] = process.argv.slice(2)

await command(name, async () => {
  if (!COMMANDS.includes(name)) throw new UsageError(`There is no command '${name}'. There are ${COMMANDS.join(', ')}.`)
  const { default: run } = (await bundled()) ?? ((await import(`./${name}.ts`)) as Command)
  await run(args)
  // Only a build is worth the time: it is what people run again.
  if (name === 'build' && !process.exitCode) await storeCommandCode(COMMANDS)
})

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
