/**
 * This file makes the LaTeX of a field such that Citation.js reads it: what it does not know becomes words, and what it
 * knows stays as it is.
 */
import { bibliographyString } from './bibliography-strings.ts'
import { endOfBraces } from './bibtex-entries.ts'
import { KNOWN, SAYS_NOTHING } from './latex-commands.ts'
import { wordsOfTex } from './tex-words.ts'

const { commands, mathCommands, diacritics, formattingEnvs, formattingCommands, argumentCommands } = KNOWN

/** A `LatexReading` says in which language keys of BibLaTeX are said, and hears of commands that nobody knows. */
export interface LatexReading {
  readonly language: string
  readonly unknown: (command: string) => void
}

/** These commands set a letter in a form, where no braces stand after the command for words. */
const SWITCHES: Readonly<Record<string, string>> = {
  textit: 'it',
  emph: 'em',
  textsl: 'sl',
  textbf: 'bf',
  textsc: 'sc',
}

/** Matches a formula. A dollar sign after a backslash is a sign of the text. */
const FORMULA = /\\[^$(]|\$\$((?:\\[^]|[^\\$])+)\$\$|\$((?:\\[^]|[^\\$])+)\$|\\\(((?:\\[^)]|[^\\])+)\\\)|\\\$|\$/g
const COMMAND = /\\(?:(begin|end)\s*\{[^{}]*\}|([a-zA-Z]+)(\*?)(\s*)|([^]))/g
/** Matches a key of BibLaTeX that a text says in words. */
const KEY = /\\bib[sl]?string\s*\{([^{}]*)\}/g

/**
 * Gives the text of a field as LaTeX that Citation.js reads without an error, and without a backslash in what it reads.
 *
 * @example
 * readableLatex('Ants, {\\textit Formica}', reading) // 'Ants, {\\it Formica}'
 */
export function readableLatex(text: string, reading: LatexReading): string {
  const quoted = withSingleQuotes(text)
  if (!/[\\$]/.test(quoted)) return quoted
  return withCommands(withFormulas(unescaped(quoted), reading), reading)
}

/** Sets single quotation marks as TeX writes them. Citation.js sets double ones. */
const withSingleQuotes = (text: string): string =>
  text.includes('`') ? text.replace(/(?<![`\\])`(?!`)([^`']*(?:\p{L}'\p{L}[^`']*)*)'(?!['\p{L}])/gu, '‘$1’') : text

/**
 * Gives commands back their backslash where a program has escaped it, as a line break or as a sign of its own. No field
 * has a backslash before a letter otherwise.
 */
const unescaped = (text: string): string =>
  text
    .replace(/\{?(?:\\textbackslash|\$\\backslash\$)\s*(?:\{\})?\}?(?=[a-zA-Z'"`^~=.])/g, '\\')
    .replace(/\\\\(?=['"`^~=.&%_#]|([a-zA-Z]+))/g, (whole, name?: string) =>
      name === undefined || isKnown(name) ? '\\' : whole,
    )

function withFormulas(text: string, reading: LatexReading): string {
  const bare = text.replace(
    /\\ensuremath\s*(\{(?:[^{}]|\{[^{}]*\})*\})/g,
    (_, braces: string) => `$${braces.slice(1, -1)}$`,
  )
  if (!/\$|\\\(/.test(bare)) return bare
  return bare.replace(FORMULA, (whole, display?: string, inline?: string, round?: string) => {
    const tex = display ?? inline ?? round
    // A sign that opens no formula is one of the text.
    if (tex === undefined) return whole === '$' ? '\\$' : whole
    const words = wordsOfTex(tex)
    return words === undefined ? withCommands(tex, reading) : `{${escaped(words)}}`
  })
}

const escaped = (words: string): string =>
  words
    .replace(/[{}$%#&]/g, '\\$&')
    .replace(/~/g, '∼')
    .replace(/\\(?![{}$%#&])/g, '')

function withCommands(text: string, reading: LatexReading): string {
  const bare = text.replace(KEY, (_, key: string) => bibliographyString(key, reading.language) ?? key)
  return bare.replace(COMMAND, (whole: string, ...found: unknown[]) => {
    const [environment, name, star = '', space = '', sign = ''] = found as (string | undefined)[]
    if (environment !== undefined) return ''
    const rest = bare.slice(Number(found[5]) + whole.length)
    return name === undefined ? readableSign(whole, sign, rest) : readableCommand({ name, star, space, rest }, reading)
  })
}

/** Reads an accent or a sign. An accent without a letter is the sign itself. */
function readableSign(whole: string, sign: string, rest: string): string {
  if (/\s/.test(sign)) return '{} '
  if (!has(diacritics, sign)) return has(commands, sign) || /[&%$#_{}"']/.test(sign) ? whole : ''
  if (/^\s*(?:\{\s*\}|$)/.test(rest))
    return sign === '~' ? '\\textasciitilde ' : sign === '^' ? '\\textasciicircum ' : ''
  return whole
}

/** A command of letters with what stands after it. */
interface Command {
  readonly name: string
  readonly star: string
  readonly space: string
  readonly rest: string
}

function readableCommand({ name, star, space, rest }: Command, { unknown }: LatexReading): string {
  if (has(formattingCommands, name) && !rest.startsWith('{')) return has(SWITCHES, name) ? `\\${SWITCHES[name]} ` : ''
  if (has(argumentCommands, name) && !hasArguments(rest, argumentCommands[name]!.length)) return ''
  if (has(diacritics, name) && /^(?:\{\s*\}|$)/.test(rest)) return ''
  // What separates names is read only where the spaces around it are not the end of a command.
  if (isKnown(name)) return /^and\s/.test(rest) ? `\\${name}{} ` : `\\${name}${rest.startsWith('{') ? '' : star} `
  if (SAYS_NOTHING.has(name)) return ''
  const sign = rest.startsWith('{') ? undefined : wordsOfTex(`\\${name}`)
  if (sign !== undefined) return `{${escaped(sign)}}${star}${space}`
  unknown(`\\${name}`)
  return ''
}

const has = (known: object, name: string): boolean => Object.hasOwn(known, name)
const isKnown = (name: string): boolean =>
  [commands, mathCommands, diacritics, formattingEnvs, formattingCommands, argumentCommands].some((known) =>
    has(known, name),
  )

/** Tells whether so many pairs of braces stand at the beginning of a text. */
function hasArguments(text: string, count: number): boolean {
  const start = /^\s*\{/.exec(text)
  if (count === 0) return true
  const end = start === null ? undefined : endOfBraces(text)
  return end !== undefined && hasArguments(text.slice(end), count - 1)
}

/**
 * Gives the words of a text without any LaTeX, for a text that cannot be read otherwise.
 */
export const plainWords = (text: string): string =>
  text
    .replace(/\\[a-zA-Z]+\*?\s*|\\[^]/g, '')
    .replace(/[{}$]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
