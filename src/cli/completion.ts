/** `throughline completion bash`, `zsh` or `fish` prints a script by which the shell completes commands and options. */
import { didYouMean, nearest } from '../corpus/suggest.ts'
import { UsageError } from '../site/usage-error.ts'
import { COMMANDS, type CommandDescription, type Option } from './commands.ts'

const SHELLS: Readonly<Record<string, () => string>> = { bash, zsh, fish }

export default function completion([shell = '']: string[]): void {
  const write = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined
  if (write === undefined) {
    const names = Object.keys(SHELLS)
    throw new UsageError(`Name a shell: ${names.join(', ')}.${didYouMean(nearest(shell, names))}`)
  }
  console.log(write())
}

const ALL: readonly (readonly [string, CommandDescription])[] = Object.entries(COMMANDS)

const flag = ([name, { default: usual }]: readonly [string, Option]): string =>
  `--${usual === true ? 'no-' : ''}${name}`

const flagsOf = ({ options }: CommandDescription): string[] => [...Object.entries(options).map(flag), '--help']

/** Returns the words that may follow a command: its options, and what it names in `<bash|zsh|fish>`. */
const wordsOf = (command: CommandDescription): string[] => [
  ...(/^<([^>]+\|[^>]+)>/.exec(command.operands ?? '')?.[1]?.split('|') ?? []),
  ...flagsOf(command),
]

function bash(): string {
  const cases = ALL.map(([name, command]) => `    ${name}) words="${wordsOf(command).join(' ')}" ;;`)
  return `_throughline() {
  local words
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="${[...ALL.map(([name]) => name), '--help', '--version'].join(' ')}"
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _throughline throughline`
}

/** Quotes a text for zsh and fish, in which two quotation marks have no meaning. */
const quoted = (text: string): string => `'${text.replace(/'/g, '’')}'`

function zsh(): string {
  const describe = ([name, { summary }]: (typeof ALL)[number]): string =>
    `    ${quoted(`${name}:${summary.replace(/:/g, '\\:')}`)}`
  const cases = ALL.map(([name, command]) => `    ${name}) compadd -- ${wordsOf(command).join(' ')} ;;`)
  return `#compdef throughline
_throughline() {
  local -a commands=(
${ALL.map(describe).join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[2]" in
${cases.join('\n')}
  esac
  [[ "$PREFIX" == -* ]] || _files
}
compdef _throughline throughline`
}

function fish(): string {
  const first = 'complete -c throughline -n __fish_use_subcommand -f'
  return ALL.flatMap(([name, command]) => [
    `${first} -a ${name} -d ${quoted(command.summary)}`,
    ...Object.entries(command.options).map(
      (option) =>
        `complete -c throughline -n '__fish_seen_subcommand_from ${name}' -l ${flag(option).slice(2)} -d ${quoted(option[1].description)}`,
    ),
  ]).join('\n')
}
