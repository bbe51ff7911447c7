/** This file finds the definitions of commands in TeX. */
import { afterSpaces, endOfGroup } from './groups.ts'

/** A `Definition` defines a command. */
export interface Definition {
  /** This is the name of the command, with its backslash. */
  readonly name: string
  /** This is the definition as Temml reads it: `\def` for each command that it needs, or `\let`. */
  readonly tex: string
  /** For `\let`, this is the command whose meaning the new one gets. */
  readonly target?: string
  /** This is the offset at which the definition begins. */
  readonly at: number
}

/** `WithDefinitions` are the definitions of a TeX text in their order, and what remains of the text without them. */
export interface WithDefinitions {
  readonly definitions: readonly Definition[]
  readonly rest: string
}

const KINDS =
  'newcommand|renewcommand|providecommand|DeclareRobustCommand|NewDocumentCommand|RenewDocumentCommand|' +
  'DeclareMathOperator|DeclarePairedDelimiter|def|gdef|let'
/** Matches the beginning of a definition. */
const BEGINS = new RegExp(String.raw`(?:\\(?:global|long)\s*)*\\(${KINDS})(?![A-Za-z@])(\*?)`, 'g')

const ANY = new RegExp(BEGINS.source)

/** A `DefinitionError` says why a definition cannot be read, and at which offset it begins. */
export class DefinitionError extends Error {
  readonly at: number

  constructor(reason: string, at: number) {
    super(reason)
    this.at = at
  }
}

/** Tells whether TeX may hold definitions. */
export const mayDefine = (tex: string): boolean => ANY.test(tex)

/**
 * Takes the definitions out of TeX.
 *
 * @throws {DefinitionError} Where a definition is not complete or holds another one.
 */
export function definitionsIn(tex: string): WithDefinitions {
  const definitions: Definition[] = []
  let rest = ''
  let at = 0
  for (const match of tex.matchAll(BEGINS)) {
    if (match.index < at) continue
    const reader = new Reader(tex, match.index + match[0].length)
    const read = READERS[match[1]!]!(reader, match[2] === '*')
    if (read === undefined) throw new DefinitionError(`The definition with \\${match[1]!} is not complete`, match.index)
    // What was read is checked, and not what was made of it, which defines something itself.
    if (mayDefine(tex.slice(match.index + match[0].length, reader.at)))
      throw new DefinitionError(`The definition of ${read.name} holds another definition`, match.index)
    definitions.push({ ...read, at: match.index })
    rest += tex.slice(at, match.index)
    at = reader.at
  }
  return { definitions, rest: rest + tex.slice(at) }
}

type Read = Omit<Definition, 'at'>

/** These read the definitions of each kind, from the point after the name of the kind. */
const READERS: Readonly<Record<string, (reader: Reader, hasStar: boolean) => Read | undefined>> = {
  newcommand,
  renewcommand: newcommand,
  providecommand: newcommand,
  DeclareRobustCommand: newcommand,
  NewDocumentCommand: documentCommand,
  RenewDocumentCommand: documentCommand,
  DeclareMathOperator: operator,
  DeclarePairedDelimiter: delimiters,
  def,
  gdef: def,
  let: letCommand,
}

/** Reads `\newcommand{\name}[2][default]{body}`. */
function newcommand(reader: Reader): Read | undefined {
  const name = reader.name()
  const count = Number(reader.option() ?? 0)
  const fallback = reader.option()
  const body = reader.group()
  if (name === undefined || body === undefined || !(count >= 0 && count <= 9)) return undefined
  if (fallback === undefined || count === 0) return { name, tex: `\\def${name}${parameters(1, count)}{${body}}` }
  const full = `${name}@full`
  const choose = `\\def${name}{\\@ifnextchar[{${full}}{${full}[${fallback}]}}`
  return { name, tex: `${choose}\\def${full}[#1]${parameters(2, count)}{${body}}` }
}

/** Reads `\NewDocumentCommand{\name}{m m}{body}`, where all arguments are asked for. */
function documentCommand(reader: Reader): Read | undefined {
  const [name, kinds, body] = [reader.name(), reader.group()?.replace(/\s+/g, ''), reader.group()]
  if (name === undefined || body === undefined || kinds === undefined || !/^m{0,9}$/.test(kinds)) return undefined
  return { name, tex: `\\def${name}${parameters(1, kinds.length)}{${body}}` }
}

/** Reads `\DeclareMathOperator{\name}{words}`. */
function operator(reader: Reader, hasStar: boolean): Read | undefined {
  const [name, words] = [reader.name(), reader.group()]
  if (name === undefined || words === undefined) return undefined
  return { name, tex: `\\def${name}{\\operatorname${hasStar ? '*' : ''}{${words}}}` }
}

/** Reads `\DeclarePairedDelimiter{\name}{left}{right}`. */
function delimiters(reader: Reader): Read | undefined {
  const [name, left, right] = [reader.name(), reader.argument(), reader.argument()]
  if (name === undefined || left === undefined || right === undefined) return undefined
  const [wide, narrow] = [`${name}@wide`, `${name}@narrow`]
  const choose = `\\def${name}{\\@ifnextchar*{${wide}}{${narrow}}}`
  return { name, tex: `${choose}\\def${wide}*#1{\\left${left}#1\\right${right}}\\def${narrow}#1{${left}#1${right}}` }
}

/** Reads `\def\name#1#2{body}`. */
function def(reader: Reader): Read | undefined {
  const name = reader.command()
  const between = reader.untilGroup()
  const body = reader.group()
  if (name === undefined || between === undefined || body === undefined) return undefined
  return { name, tex: `\\def${name}${between}{${body}}` }
}

/** Reads `\let\name=\target`. */
function letCommand(reader: Reader): Read | undefined {
  const name = reader.command()
  const target = reader.target()
  return name === undefined || target === undefined ? undefined : { name, target, tex: `\\let${name}=${target}` }
}

const parameters = (from: number, to: number): string =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `#${from + index}`).join('')

const COMMAND = /\\(?:[A-Za-z@]+|[^A-Za-z])/y
const TARGET = /(?:=\s?)?(\\(?:[A-Za-z@]+|[^A-Za-z])|[^\s\\{}])/y

/** A `Reader` reads the parts of a definition one after the other. */
class Reader {
  readonly #tex: string
  at: number

  constructor(tex: string, at: number) {
    this.#tex = tex
    this.at = at
  }

  /** Reads a command, with braces around it or without. */
  name(): string | undefined {
    this.at = afterSpaces(this.#tex, this.at)
    if (this.#tex.charAt(this.at) !== '{') return this.command()
    const name = this.group()?.trim() ?? ''
    return /^\\(?:[A-Za-z@]+|[^A-Za-z])$/.test(name) ? name : undefined
  }

  command(): string | undefined {
    return this.#match(COMMAND)?.[0]
  }

  target(): string | undefined {
    return this.#match(TARGET)?.[1]
  }

  /** Reads what stands in brackets, if anything does. */
  option(): string | undefined {
    return this.#match(/\[([^\]]*)\]/y)?.[1]
  }

  /** Reads what stands in braces. */
  group(): string | undefined {
    const open = afterSpaces(this.#tex, this.at)
    const end = this.#tex.charAt(open) === '{' ? endOfGroup(this.#tex, open) : undefined
    if (end === undefined) return undefined
    this.at = end
    return this.#tex.slice(open + 1, end - 1)
  }

  /** Reads what stands in braces, or one command. */
  argument(): string | undefined {
    return this.group() ?? this.command()
  }

  /** Reads what stands before the next brace. */
  untilGroup(): string | undefined {
    return this.#match(/[^{}]*(?=\{)/y)?.[0]
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = afterSpaces(this.#tex, this.at)
    const match = sticky.exec(this.#tex)
    if (match !== null) this.at = sticky.lastIndex
    return match ?? undefined
  }
}
