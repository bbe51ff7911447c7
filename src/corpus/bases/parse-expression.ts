/** This file parses expressions: text → tokens → tree. Nothing is evaluated here. */
import { compilePattern } from './pattern.ts'
import { Refusal } from './refusal.ts'
import { isKnownFunction, isKnownMethod, suggestFunction, suggestMethod } from './functions/index.ts'
import type { BinaryOperator, Expression } from './syntax.ts'
import { tokenise, type Token } from './tokens.ts'
import { didYouMean } from '../suggest.ts'

/** Expressions within expressions are read to this depth. */
const MAX_DEPTH = 60

/** These are the operators between two expressions, from those that bind least to those that bind most. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
]

/**
 * Parses an expression.
 *
 * @param isProperty Tells whether a name with hyphens is that of a property.
 * @throws {Refusal} Where the expression cannot be understood, with the offset of the fault.
 *
 * @example
 * parseExpression('price > 2').kind // 'binary'
 */
export const parseExpression = (source: string, isProperty?: (name: string) => boolean): Expression =>
  new Parser(tokenise(source, isProperty)).whole()

class Parser {
  readonly #tokens: readonly Token[]
  #index = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Expression {
    if (this.#isAtEnd()) throw new Refusal('The expression is empty. Write one, or take it out.', 0)
    const expression = this.#binary(0)
    if (!this.#isAtEnd()) throw this.#unexpected()
    return expression
  }

  get #next(): Token {
    return this.#tokens[this.#index]!
  }

  #isAtEnd(): boolean {
    return this.#next.kind === 'end'
  }

  #take(): Token {
    return this.#tokens[this.#index++]!
  }

  #is(sign: string): boolean {
    return this.#next.kind === 'sign' && this.#next.text === sign
  }

  #takeIf(sign: string): boolean {
    const found = this.#is(sign)
    if (found) this.#index++
    return found
  }

  #expect(sign: string): void {
    if (this.#takeIf(sign)) return
    const { kind, text, at } = this.#next
    const found = kind === 'end' ? 'the expression ends' : `there is "${text}"`
    throw new Refusal(`"${sign}" is missing: ${found}. Write it.`, at)
  }

  #unexpected(): Refusal {
    const { kind, text, at } = this.#next
    if (kind === 'end') return new Refusal('The expression ends too soon. Write what is missing.', at)
    return new Refusal(`"${text}" is not expected here. Write an operator before it, or take it out.`, at)
  }

  #binary(level: number): Expression {
    const operators = LEVELS[level]
    if (operators === undefined) return this.#unary()
    let left = this.#binary(level + 1)
    while (this.#next.kind === 'sign' && operators.includes(this.#next.text)) {
      const { text, at } = this.#take()
      left = { kind: 'binary', operator: text as BinaryOperator, left, right: this.#binary(level + 1), at }
    }
    return left
  }

  #unary(): Expression {
    const { at, text } = this.#next
    if (!this.#is('!') && !this.#is('-')) return this.#postfix()
    this.#take()
    return { kind: 'unary', operator: text as '!' | '-', operand: this.#deeper(() => this.#unary()), at }
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH)
      throw new Refusal('The expression is nested too deeply. Cut it into several formulas.', this.#next.at)
    const result = read()
    this.#depth--
    return result
  }

  #postfix(): Expression {
    let expression = this.#primary()
    for (;;) {
      const { at } = this.#next
      if (this.#takeIf('.')) expression = this.#member(expression)
      else if (this.#takeIf('[')) {
        const index = this.#deeper(() => this.#binary(0))
        this.#expect(']')
        expression = { kind: 'index', target: expression, index, at }
      } else return expression
    }
  }

  #member(target: Expression): Expression {
    const { kind, text: name, at } = this.#next
    if (kind !== 'name') throw this.#unexpected()
    this.#take()
    if (!this.#is('(')) return { kind: 'member', target, name, at }
    if (!isKnownMethod(name))
      throw new Refusal(`There is no function "${name}()" of a value.${remedy(suggestMethod(name))}`, at)
    return { kind: 'method', target, name, args: this.#args(), at }
  }

  #args(): Expression[] {
    this.#expect('(')
    return this.#items(')')
  }

  #items(close: string): Expression[] {
    const items: Expression[] = []
    while (!this.#takeIf(close)) {
      items.push(this.#deeper(() => this.#binary(0)))
      if (!this.#is(close)) this.#expect(',')
    }
    return items
  }

  #primary(): Expression {
    const { kind, text, at } = this.#next
    if (kind === 'end') throw this.#unexpected()
    if (kind === 'name') return this.#named()
    if (kind === 'sign' && !['(', '[', '{'].includes(text)) throw this.#unexpected()
    const { flags = '' } = this.#take()
    if (kind === 'number') return { kind: 'literal', value: Number(text), at }
    if (kind === 'string') return { kind: 'literal', value: text, at }
    if (kind === 'pattern') return { kind: 'pattern', pattern: compilePattern(text, flags, at), at }
    if (text === '[') return { kind: 'list', items: this.#items(']'), at }
    if (text === '{') return { kind: 'object', entries: this.#entries(), at }
    const inside = this.#deeper(() => this.#binary(0))
    this.#expect(')')
    return inside
  }

  #named(): Expression {
    const { text: name, at } = this.#take()
    if (Object.hasOwn(CONSTANTS, name)) return { kind: 'literal', value: CONSTANTS[name]!, at }
    if (!this.#is('(')) return { kind: 'name', name, at }
    if (!isKnownFunction(name))
      throw new Refusal(`There is no function "${name}()".${remedy(suggestFunction(name))}`, at)
    return { kind: 'call', name, args: this.#args(), at }
  }

  #entries(): (readonly [string, Expression])[] {
    const entries: (readonly [string, Expression])[] = []
    while (!this.#takeIf('}')) {
      const { kind, text } = this.#next
      if (kind !== 'string' && kind !== 'name') throw this.#unexpected()
      this.#take()
      this.#expect(':')
      entries.push([text, this.#deeper(() => this.#binary(0))])
      if (!this.#is('}')) this.#expect(',')
    }
    return entries
  }
}

const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

const remedy = (suggestion: string | undefined): string =>
  didYouMean(suggestion) || ' The functions are those that Obsidian documents.'
