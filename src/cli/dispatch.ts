/** Finds the command that a user means, and says what is wrong where there is none. */
import { parseArgs } from 'node:util'
import { didYouMean, nearest } from '../corpus/suggest.ts'
import { COMMANDS, describeCommand, type CommandDescription } from './commands.ts'
import { commandHelp, generalHelp } from './help.ts'
import { version } from './version.ts'

/** The exit code of a command that was called in a way that it does not know. */
const USAGE = 2

/**
 * Runs the command that the arguments of `throughline` name, or prints help. A command runs in a process of its own,
 * which this one watches.
 */
export async function dispatch([name = '', ...args]: readonly string[]): Promise<void> {
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    printHelp(args[0])
    return
  }
  if (name === '--version' || name === '-v') {
    console.log(version())
    return
  }
  const command = describeCommand(name)
  if (command === undefined) {
    refuse(unknownCommand(name))
    return
  }
  if (args.includes('--help') || args.includes('-h')) {
    printHelp(name)
    return
  }
  const fault = faultOf(name, command, args)
  if (fault !== undefined) {
    refuse(fault)
    return
  }
  // It takes the command and its arguments from `process.argv`.
  await import('./run.mjs')
}

function printHelp(name?: string): void {
  const command = name === undefined ? undefined : describeCommand(name)
  if (name !== undefined && command === undefined) {
    refuse(unknownCommand(name))
    return
  }
  console.log(command === undefined ? generalHelp(version()) : commandHelp(name!, command))
}

function refuse(sentence: string): void {
  console.error(sentence)
  process.exitCode = USAGE
}

const unknownCommand = (name: string): string =>
  `There is no command "${name}".${didYouMean(nearest(name, Object.keys(COMMANDS)))} throughline --help lists all.`

/** Returns what is wrong with the arguments of a command, or undefined where nothing is. */
export function faultOf(
  name: string,
  { options, operands }: CommandDescription,
  args: readonly string[],
): string | undefined {
  const more = `throughline ${name} --help lists all.`
  const { tokens } = parseArgs({ args: [...args], options, tokens: true, strict: false, allowPositionals: true })
  for (const token of tokens) {
    if (token.kind === 'positional' && operands === undefined)
      return `${name} takes options only, and "${token.value}" is none. ${more}`
    if (token.kind !== 'option') continue
    const known = options[token.name] ?? options[token.name.replace(/^no-/, '')]
    const names = Object.keys(options).map((each) => `--${each}`)
    if (known === undefined)
      return `${name} has no option ${token.rawName}.${didYouMean(nearest(token.rawName, names))} ${more}`
    if (known.type === 'string' && (token.value ?? '') === '')
      return `${token.rawName} needs a value: ${token.rawName} <${known.value ?? 'value'}>. ${more}`
  }
  return undefined
}
