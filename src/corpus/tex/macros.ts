/** This file keeps the commands that writers define in TeX, and renders formulas with them. */
import temml from 'temml'
import { definitionsIn, DefinitionError, mayDefine, type Definition } from './definitions.ts'
import { asMathJax } from './words.ts'

/** These are commands of MathJax that Temml lacks. */
const OF_MATHJAX = String.raw`
\def\require#1{}
\def\nicefrac#1#2{{}^{#1}\!/\!_{#2}}
\def\mathds#1{\mathbb{#1}}
\def\mathbbm#1{\mathbb{#1}}
\def\ensuremath#1{#1}
\def\xspace{}
\def\strut{\mathstrut}
\def\hfill{\quad}
\def\vspace#1{}
\def\pmatrix#1{\begin{pmatrix}#1\end{pmatrix}}
\def\cases#1{\begin{cases}#1\end{cases}}
\def\eqalign#1{\begin{aligned}#1\end{aligned}}
\def\displaylines#1{\begin{gathered}#1\end{gathered}}
\def\root#1\of#2{\sqrt[#1]{#2}}
\def\buildrel#1\over#2{\overset{#1}{#2}}
\def\class#1#2{#2}
\def\cssId#1#2{#2}
\def\style#1#2{#2}
\newcommand{\bbox}[2][]{#2}
\def\intertext#1{\\ \text{#1}\\ }
\def\hdotsfor#1{\dots}
`

/**
 * A formula and all commands in it may become at most this many parts, by an estimate that is never too low. Commands
 * may name themselves or double what they are given, which would take all memory.
 */
const MAX_PARTS = 500_000
/** All formulas of a file together may become at most this many parts. */
const MAX_PARTS_OF_FILE = 10_000_000
/** A file and the preamble define at most this many commands each. */
const MAX_DEFINITIONS = 2_000

/** This is what Temml knows of a command: the parts that take its place, in reverse order. */
interface Expansion {
  readonly tokens: readonly { readonly text: string }[]
  readonly numArgs: number
  readonly unexpandable?: boolean
}
/** This is what Temml hands to a command that is a function. */
interface Expander {
  readonly stack: readonly unknown[]
}
type Command = Expansion | ((expander: Expander) => Expansion)
type Commands = ReadonlyMap<string, Command>

/** A `Preamble` holds commands that are defined for every file. */
export class Preamble {
  readonly commands: Commands
  /** These are the definitions that cannot be read, each with the reason and its offset. */
  readonly failed: readonly { readonly at: number; readonly reason: string }[]

  constructor(tex: string) {
    addCommandsOfMathJax()
    const commands = new Map<string, Command>()
    const failed: { at: number; reason: string }[] = []
    // A comment is as long as the spaces that take its place, so that offsets stay right.
    const source = tex.replace(/(?<!\\)%.*/g, (comment) => ' '.repeat(comment.length))
    try {
      for (const definition of definitionsIn(asMathJax(source)).definitions.slice(0, MAX_DEFINITIONS))
        try {
          define(commands, definition)
        } catch (error) {
          failed.push({ at: definition.at, reason: reasonOf(error) })
        }
    } catch (error) {
      failed.push({ at: error instanceof DefinitionError ? error.at : 0, reason: reasonOf(error) })
    }
    this.commands = commands
    this.failed = failed
  }
}

/**
 * Keeps short formulas that need no command of the writer's, as they were rendered. Two of three formulas stand in
 * other files as well, or further up in the same.
 */
const common = new Map<string, string>()
/** No more formulas than this are kept, and none with more characters. */
const [MAX_COMMON, LONGEST_COMMON] = [2_000, 200]

function keep(key: string, mathml: string): void {
  if (common.size >= MAX_COMMON) common.clear()
  common.set(key, mathml)
}

/** `Macros` renders the formulas of one file. What one formula defines holds in all that follow it. */
export class Macros {
  readonly #commands: Map<string, Command>
  readonly #before: number
  #parts = 0
  #partsOfFile = 0
  /** This is what Temml is given, which it may write to. It is made anew after a formula that fails. */
  #given: Record<string, unknown> | undefined

  constructor({ commands }: Preamble) {
    this.#commands = new Map(commands)
    this.#before = commands.size
  }

  /**
   * Renders a formula as MathML.
   *
   * @throws {Error} Where it does not parse.
   */
  render(tex: string, isDisplay: boolean): string {
    const source = asMathJax(tex)
    const isCommon = source.length <= LONGEST_COMMON && this.#isUndefined() && !mayDefine(source)
    const key = isDisplay ? `$$${source}` : source
    const known = isCommon ? common.get(key) : undefined
    if (known !== undefined) return known
    const formula = this.#define(source)
    // A formula that only defines something shows nothing.
    if (formula.trim() === '' && tex.trim() !== '') return ''
    const mathml = this.#renderWith(formula, isDisplay)
    if (isCommon && this.#isUndefined()) keep(key, mathml)
    return mathml
  }

  #renderWith(formula: string, isDisplay: boolean): string {
    this.#parts = 0
    this.#given ??= this.#commandsForTemml()
    try {
      return temml.renderToString(formula, { displayMode: isDisplay, throwOnError: true, macros: this.#given })
    } catch (error) {
      this.#given = undefined
      throw error
    }
  }

  /** Tells whether no command is defined, by the writer or by what Temml was given. */
  #isUndefined(): boolean {
    return this.#commands.size === 0 && (this.#given === undefined || Object.keys(this.#given).length === 0)
  }

  /** Takes the definitions out of a formula. */
  #define(tex: string): string {
    if (!mayDefine(tex)) return tex
    const { definitions, rest } = definitionsIn(tex)
    for (const definition of definitions) {
      if (this.#commands.size - this.#before >= MAX_DEFINITIONS && !this.#commands.has(definition.name))
        throw new Error(`More than ${MAX_DEFINITIONS} commands are defined in this file`)
      define(this.#commands, definition)
    }
    this.#given = undefined
    return rest
  }

  #commandsForTemml(): Record<string, unknown> {
    const given = Object.create(null) as Record<string, unknown>
    for (const [name, command] of this.#commands)
      given[name] =
        typeof command === 'function' || command.unexpandable
          ? command
          : (expander: Expander): Expansion => this.#count(command, expander)
    return given
  }

  /** Counts what a command may become, before it does. */
  #count(command: Expansion, { stack }: Expander): Expansion {
    const given = command.tokens.filter(({ text }) => text === '#').length * stack.length
    this.#parts += command.tokens.length + given + 1
    this.#partsOfFile += command.tokens.length + given + 1
    if (this.#parts > MAX_PARTS || this.#partsOfFile > MAX_PARTS_OF_FILE)
      throw new Error('Its commands stand for too much, or for themselves')
    return command
  }
}

/** Adds a command to those that are known. */
function define(commands: Map<string, Command>, { tex, target }: Definition): void {
  const known = target === undefined ? undefined : commands.get(target)
  const macros = known === undefined ? {} : { [target!]: known }
  const made = temml.definePreamble(tex, { macros, throwOnError: true }) as Record<string, Command>
  for (const [name, command] of Object.entries(made)) commands.set(name, command)
}

let isAdded = false

/** Adds the commands of MathJax to those that Temml has itself. Every formula knows them then, at no cost. */
function addCommandsOfMathJax(): void {
  if (isAdded) return
  isAdded = true
  const commands = new Map<string, Command>()
  for (const definition of definitionsIn(OF_MATHJAX).definitions) define(commands, definition)
  for (const [name, command] of commands) temml.__defineMacro(name, command)
}

/** Matches what Temml adds to a reason: its own name before it, and a picture of the position after it. */
const AROUND_REASON = /^(?:ParseError:)?\s*|\s+at (?:position \d+|end of input):.*$/gs

/** Gives the reason why a formula or a definition cannot be read. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(AROUND_REASON, '')
