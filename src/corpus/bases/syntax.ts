/** This file describes the expressions of the language of Obsidian's Bases, once they are parsed. */
import type { Pattern } from './pattern.ts'

/** A `BinaryOperator` stands between two expressions. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||'

/** An `Expression` is a parsed expression. `at` is its offset in the text, for what is reported of it. */
export type Expression = { readonly at: number } & (
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly operand: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'member'; readonly target: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly target: Expression; readonly index: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'method'
      readonly target: Expression
      readonly name: string
      readonly args: readonly Expression[]
    }
)

/** Lists an expression and all that it is made of. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression
  for (const part of childrenOf(expression)) yield* partsOf(part)
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items
    case 'object':
      return expression.entries.map(([, value]) => value)
    case 'unary':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'member':
      return [expression.target]
    case 'index':
      return [expression.target, expression.index]
    case 'call':
      return expression.args
    case 'method':
      return [expression.target, ...expression.args]
    default:
      return []
  }
}
