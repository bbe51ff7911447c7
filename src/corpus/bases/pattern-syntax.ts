/** This file parses regular expressions as JavaScript writes them, as far as they can be matched in bounded time. */
import { Refusal } from './refusal.ts'

/** An `Assertion` holds at the start or the end of a text or a line, or at the edge of a word. */
export type Assertion = 'start' | 'end' | 'edge' | 'no-edge'

/** A `PatternNode` is a part of a regular expression. */
export type PatternNode =
  | { readonly kind: 'sign'; readonly test: (sign: string) => boolean }
  | { readonly kind: 'assert'; readonly that: Assertion }
  | { readonly kind: 'sequence'; readonly of: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly of: readonly PatternNode[] }
  | { readonly kind: 'group'; readonly of: PatternNode; readonly index?: number }
  | {
      readonly kind: 'repeat'
      readonly of: PatternNode
      readonly min: number
      readonly max: number
      readonly isLazy: boolean
    }

type Test = (sign: string) => boolean

/** Nobody asks for more repetitions of one thing. */
const MAX_REPEAT = 500
const MAX_DEPTH = 30

/**
 * Parses a regular expression.
 *
 * @returns The expression, and the number of its groups.
 * @throws {Refusal} Where it is not valid, or cannot be matched in bounded time.
 */
export function parsePattern(source: string, flags: string, at: number): { node: PatternNode; groups: number } {
  const parser = new PatternParser(Array.from(source), flags, at)
  return { node: parser.whole(), groups: parser.groups }
}

class PatternParser {
  groups = 0
  readonly #signs: readonly string[]
  readonly #ignoresCase: boolean
  readonly #dotMatchesAll: boolean
  readonly #start: number
  #index = 0
  #depth = 0

  constructor(signs: readonly string[], flags: string, start: number) {
    this.#signs = signs
    this.#ignoresCase = flags.includes('i')
    this.#dotMatchesAll = flags.includes('s')
    this.#start = start
  }

  whole(): PatternNode {
    const node = this.#either()
    if (this.#index < this.#signs.length) throw this.#fault('A ")" opens nowhere. Write "\\)".')
    return node
  }

  #fault(sentence: string): Refusal {
    return new Refusal(`The regular expression is not understood. ${sentence}`, this.#start)
  }

  #takeIf(text: string): boolean {
    const found = Array.from(text).every((sign, index) => this.#signs[this.#index + index] === sign)
    if (found) this.#index += text.length
    return found
  }

  #either(): PatternNode {
    if (++this.#depth > MAX_DEPTH) throw this.#fault('It is nested too deeply. Write a shorter one.')
    const choices = [this.#sequence()]
    while (this.#takeIf('|')) choices.push(this.#sequence())
    this.#depth--
    return choices.length === 1 ? choices[0]! : { kind: 'either', of: choices }
  }

  #sequence(): PatternNode {
    const of: PatternNode[] = []
    while (this.#index < this.#signs.length && this.#signs[this.#index] !== '|' && this.#signs[this.#index] !== ')')
      of.push(this.#repeated(this.#atom()))
    return { kind: 'sequence', of }
  }

  #repeated(of: PatternNode): PatternNode {
    const bounds = this.#bounds()
    if (bounds === undefined) return of
    const [min, max] = bounds
    if (min > max) throw this.#fault('The first of two numbers in "{ }" must be the smaller one.')
    if (min > MAX_REPEAT || (max !== Infinity && max > MAX_REPEAT))
      throw this.#fault(`It asks for more than ${MAX_REPEAT} repetitions. Write "+" or "*".`)
    return this.#repeated({ kind: 'repeat', of, min, max, isLazy: this.#takeIf('?') })
  }

  #bounds(): readonly [number, number] | undefined {
    if (this.#takeIf('*')) return [0, Infinity]
    if (this.#takeIf('+')) return [1, Infinity]
    if (this.#takeIf('?')) return [0, 1]
    const [whole, min = '', comma, max = ''] = /^\{(\d+)(,?)(\d*)\}/.exec(this.#rest(20)) ?? []
    if (whole === undefined) return undefined
    this.#index += whole.length
    return [Number(min), max !== '' ? Number(max) : comma === ',' ? Infinity : Number(min)]
  }

  #rest(length: number): string {
    return this.#signs.slice(this.#index, this.#index + length).join('')
  }

  #atom(): PatternNode {
    const sign = this.#signs[this.#index++]!
    switch (sign) {
      case '(':
        return this.#group()
      case '[':
        return { kind: 'sign', test: this.#classTest() }
      case '.':
        return { kind: 'sign', test: (each) => this.#dotMatchesAll || (each !== '\n' && each !== '\r') }
      case '^':
        return { kind: 'assert', that: 'start' }
      case '$':
        return { kind: 'assert', that: 'end' }
      case '\\':
        return this.#escape()
      case '*':
      case '+':
      case '?':
        throw this.#fault(`There is nothing before "${sign}" to repeat. Write "\\${sign}".`)
      default:
        return this.#signOf((each) => each === sign)
    }
  }

  #signOf(test: Test): PatternNode {
    return { kind: 'sign', test: this.#inAnyCase(test) }
  }

  #inAnyCase(test: Test): Test {
    if (!this.#ignoresCase) return test
    return (sign) => test(sign) || test(sign.toLowerCase()) || test(sign.toUpperCase())
  }

  #group(): PatternNode {
    if (this.#takeIf('?=') || this.#takeIf('?!') || this.#takeIf('?<=') || this.#takeIf('?<!'))
      throw this.#fault('Lookahead and lookbehind are not read, because they may take too long. Do without them.')
    const name = /^\?<\w+>/.exec(this.#rest(60))?.[0]
    const isCapturing = name !== undefined || !this.#takeIf('?:')
    if (name !== undefined) this.#index += name.length
    else if (this.#signs[this.#index] === '?') throw this.#fault('"(?" begins nothing. Write "(?:".')
    const index = isCapturing ? ++this.groups : undefined
    const of = this.#either()
    if (!this.#takeIf(')')) throw this.#fault('A "(" is never closed. Write ")", or "\\(".')
    return { kind: 'group', of, ...(index !== undefined && { index }) }
  }

  #escape(): PatternNode {
    const sign = this.#signs[this.#index]
    if (sign === 'b' || sign === 'B') {
      this.#index++
      return { kind: 'assert', that: sign === 'b' ? 'edge' : 'no-edge' }
    }
    if (sign !== undefined && /[1-9k]/.test(sign))
      throw this.#fault('References to groups are not read, because they may take too long. Do without them.')
    const { test } = this.#escaped()
    return this.#signOf(test)
  }

  /** Reads what follows a backslash. `sign` is undefined where it stands for many signs. */
  #escaped(): { test: Test; sign?: string } {
    const letter = this.#signs[this.#index++]
    if (letter === undefined) throw this.#fault('It ends with "\\". Write "\\\\".')
    const known = CLASSES[letter]
    if (known !== undefined) return { test: (each) => known.test(each) }
    if (letter === 'p' || letter === 'P') return { test: this.#property(letter === 'P') }
    const sign = CONTROLS[letter] ?? (letter === 'u' || letter === 'x' ? this.#coded(letter) : letter)
    return { test: (each) => each === sign, sign }
  }

  #coded(letter: string): string {
    const [whole, braced, plain] = /^(?:\{([\da-fA-F]{1,6})\}|([\da-fA-F]{4}))/.exec(this.#rest(8)) ?? []
    const short = letter === 'x' ? /^[\da-fA-F]{2}/.exec(this.#rest(2))?.[0] : undefined
    const written = short ?? whole
    const code = Number.parseInt(short ?? braced ?? plain ?? '', 16)
    if (written === undefined || !(code <= 0x10ffff)) throw this.#fault(`"\\${letter}" has no number after it.`)
    this.#index += written.length
    return String.fromCodePoint(code)
  }

  #property(isNegated: boolean): Test {
    const [whole, name = ''] = /^\{([\w=]{1,50})\}/.exec(this.#rest(60)) ?? []
    if (whole === undefined) throw this.#fault('"\\p" needs a name, as in "\\p{L}".')
    this.#index += whole.length
    try {
      // The expression is tried on single signs, so it takes no time.
      const known = new RegExp(`^\\p{${name}}$`, 'u')
      return (sign) => known.test(sign) !== isNegated
    } catch {
      throw this.#fault(`Unicode has no property "${name}".`)
    }
  }

  #classTest(): Test {
    const isNegated = this.#takeIf('^')
    const tests: Test[] = []
    while (!this.#takeIf(']')) {
      if (this.#index >= this.#signs.length) throw this.#fault('A "[" is never closed. Write "]", or "\\[".')
      const from = this.#classItem()
      const isRange = this.#signs[this.#index] === '-' && this.#signs[this.#index + 1] !== ']'
      if (!isRange || from.sign === undefined) {
        tests.push(from.test)
        continue
      }
      this.#index++
      const to = this.#classItem()
      const [first, last] = [from.sign.codePointAt(0)!, to.sign?.codePointAt(0)]
      if (last === undefined || last < first) throw this.#fault('A range such as "a-z" must begin with its first sign.')
      tests.push((sign) => sign.codePointAt(0)! >= first && sign.codePointAt(0)! <= last)
    }
    const test = this.#inAnyCase((sign) => tests.some((each) => each(sign)))
    return (sign) => test(sign) !== isNegated
  }

  #classItem(): { test: Test; sign?: string } {
    const sign = this.#signs[this.#index++]
    if (sign === undefined) throw this.#fault('A "[" is never closed. Write "]", or "\\[".')
    if (sign !== '\\') return { test: (each) => each === sign, sign }
    if (this.#signs[this.#index] !== 'b') return this.#escaped()
    this.#index++
    return { test: (each) => each === '\b', sign: '\b' }
  }
}

const CLASSES: Readonly<Record<string, RegExp | undefined>> = {
  d: /^\d$/,
  D: /^\D$/u,
  w: /^\w$/,
  W: /^\W$/su,
  s: /^\s$/,
  S: /^\S$/u,
}

const CONTROLS: Readonly<Record<string, string | undefined>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' }
