/** What `--help` prints. */
import { styleText } from 'node:util'
import { COMMANDS, type CommandDescription, type Option } from './commands.ts'

/** The exit codes, as every command has them. */
const EXIT_CODES = [
  ['0', 'all is well'],
  ['1', 'the content has problems, or the command could not finish'],
  ['2', 'the command was called in a way that it does not know'],
] as const

/** Returns the help on all commands. */
export function generalHelp(version: string): string {
  const summaries = Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary] as const)
  return [
    `Throughline ${version}: a site of research notes, organised by questions.`,
    section('Usage', ['  throughline <command> [options]']),
    section('Commands', columns(summaries)),
    section('Options', columns([...COMMON, ['--version', 'Prints the version.']])),
    section('Exit codes', columns(EXIT_CODES)),
    'The content is the folder content/, or where there is none the folder itself. CONTENT_DIR names another one.\n' +
      'throughline <command> --help says more on a command.',
  ].join('\n\n')
}

const COMMON = [['--help', 'Prints this.']] as const

/** Returns the help on a command. */
export function commandHelp(name: string, { summary, operands = '', options, examples }: CommandDescription): string {
  const all = [...Object.entries(options).map(([option, about]) => [spelled(option, about), described(about)] as const)]
  return [
    summary,
    section('Usage', [`  ${['throughline', name, operands, '[options]'].filter((each) => each !== '').join(' ')}`]),
    section('Options', columns([...all, ...COMMON])),
    section('Examples', columns(examples.map(([line, does]) => [`throughline ${line}`, does]))),
  ].join('\n\n')
}

/** Writes an option as it is given. One that is on is written as what switches it off. */
export const spelled = (name: string, { default: usual, value }: Option): string =>
  `--${usual === true ? 'no-' : ''}${name}${value === undefined ? '' : ` <${value}>`}`

/** Describes an option, with the value that it usually has. */
export const described = ({ description, default: usual }: Option): string =>
  typeof usual === 'string' ? `${description} Usually ${usual}.` : description

const section = (title: string, lines: readonly string[]): string =>
  [styleText('bold', title, { stream: process.stdout }), ...lines].join('\n')

/** The characters of a line of help. */
const WIDTH = 100

/** Writes rows of two cells. The second one is wrapped below itself. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const indent = Math.min(34, Math.max(...rows.map(([first]) => first.length)) + 4)
  return rows.flatMap(([first, second]) => {
    const lines = wrap(second, WIDTH - indent)
    const head = first.length + 4 > indent ? [`  ${first}`] : [`  ${first}`.padEnd(indent) + (lines.shift() ?? '')]
    return [...head, ...lines.map((line) => ' '.repeat(indent) + line)]
  })
}

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)!} ${word}`.trim()
    if (line.length <= width) lines[lines.length - 1] = line
    else lines.push(word)
  }
  return lines
}
