/** This file cuts the text of an expression into tokens. */
import { Refusal } from './refusal.ts'

/** A `Token` is a word, a value or a sign of an expression. */
export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'pattern' | 'end'
  /** This is the sign or the name, the text of a string without its quotes, or the body of a pattern. */
  readonly text: string
  /** These are the flags of a pattern. */
  readonly flags?: string
  /** This is the offset at which the token begins. */
  readonly at: number
}

/** Nobody writes a longer expression by hand. */
const MAX_LENGTH = 10_000

const SPACE = /\s+/y
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const NAME = /[\p{L}\p{So}_$](?:[\p{L}\p{N}\p{M}\p{So}_$]|\u200d|\ufe0f)*/uy
const HYPHENATED = /(?:-[\p{L}\p{N}\p{M}_$]+)+/uy
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy
const PATTERN = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y
const SIGN = /==|!=|<=|>=|&&|\|\||[-+*/%<>!()[\]{},.:]/y

/**
 * Cuts an expression into tokens.
 *
 * @param isProperty Tells whether a name with hyphens, such as `due-date`, is that of a property. Otherwise its hyphens
 *   are signs, as in `due-start`.
 * @throws {Refusal} Where the text holds a sign that means nothing.
 *
 * @example
 * tokenise('price > 2').map(({ text }) => text) // ['price', '>', '2', '']
 */
export function tokenise(source: string, isProperty: (name: string) => boolean = () => false): Token[] {
  if (source.length > MAX_LENGTH) throw new Refusal('The expression is too long. Cut it into several formulas.', 0)
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const space = matchAt(SPACE, source, at)
    if (space !== undefined) at += space[0].length
    if (at >= source.length) break
    const { token, length } = tokenAt(source, at, tokens.at(-1), isProperty)
    tokens.push(token)
    at += length
  }
  return [...tokens, { kind: 'end', text: '', at: source.length }]
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(source) ?? undefined
}

function tokenAt(
  source: string,
  at: number,
  before: Token | undefined,
  isProperty: (name: string) => boolean,
): { token: Token; length: number } {
  const made = (kind: Token['kind'], whole: string, text = whole) => ({
    token: { kind, text, at } satisfies Token,
    length: whole.length,
  })
  const number = matchAt(NUMBER, source, at)
  if (number !== undefined) return made('number', number[0])
  const name = matchAt(NAME, source, at)?.[0]
  if (name !== undefined) return made('name', hyphenated(source, at, name, isProperty))
  const string = matchAt(STRING, source, at)
  if (string !== undefined) return made('string', string[0], unescaped(string[0].slice(1, -1)))
  const pattern = endsOperand(before) ? undefined : matchAt(PATTERN, source, at)
  if (pattern !== undefined) {
    const { token, length } = made('pattern', pattern[0], pattern[1])
    return { token: { ...token, flags: pattern[2]! }, length }
  }
  const sign = matchAt(SIGN, source, at)
  if (sign !== undefined) return made('sign', sign[0])
  throw new Refusal(faultAt(source, at), at)
}

/** Gives a name with the hyphens that belong to it. The longest name counts that is a property. */
function hyphenated(source: string, at: number, name: string, isProperty: (name: string) => boolean): string {
  let rest = matchAt(HYPHENATED, source, at + name.length)?.[0] ?? ''
  while (rest !== '') {
    if (isProperty(name + rest)) return name + rest
    rest = rest.slice(0, rest.lastIndexOf('-'))
  }
  return name
}

/** Tells whether a slash after a token divides. Elsewhere it begins a pattern. */
const endsOperand = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind !== 'sign' || token.text === ')' || token.text === ']')

function faultAt(source: string, at: number): string {
  const sign = String.fromCodePoint(source.codePointAt(at)!)
  if (sign === '"' || sign === "'") return 'A text is never closed. Write a quotation mark at its end.'
  if (sign === '=') return '"=" compares nothing. Write "==".'
  if (sign === '&' || sign === '|') return `"${sign}" joins nothing. Write "${sign}${sign}".`
  return `"${sign}" means nothing here. Take it out, or put quotation marks around a text.`
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

const unescaped = (text: string): string => text.replace(/\\(.)/gs, (_, sign: string) => ESCAPES[sign] ?? sign)
