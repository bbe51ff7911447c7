/** This file compiles a base: it parses the expressions of a definition and reports those that are not understood. */
import { problem } from '../problem.ts'
import type { Problem } from '../vocabulary.ts'
import {
  nameOfProperty,
  type BaseDefinition,
  type Filter,
  type ViewDefinition,
  type WrittenExpression,
} from './definition.ts'
import { parseExpression } from './parse-expression.ts'
import { Refusal } from './refusal.ts'
import { partsOf, type Expression } from './syntax.ts'

/** A `CompiledExpression` is an expression that is ready to be evaluated. */
export interface CompiledExpression {
  readonly expression: Expression
  readonly written: WrittenExpression
}

/** A `CompiledFilter` is a filter without the statements that are not understood. */
export type CompiledFilter =
  | ({ readonly kind: 'statement' } & CompiledExpression)
  | { readonly kind: 'and' | 'or' | 'not'; readonly of: readonly CompiledFilter[] }

/** A `CompiledBase` is a base that is ready to be evaluated. */
export interface CompiledBase {
  readonly definition: BaseDefinition
  readonly filter: CompiledFilter | undefined
  /** These are the filters of the views, at the same indices. */
  readonly viewFilters: readonly (CompiledFilter | undefined)[]
  /** These are the formulas by their names. One that is not understood is undefined. */
  readonly formulas: ReadonlyMap<string, CompiledExpression | undefined>
  readonly summaries: ReadonlyMap<string, CompiledExpression | undefined>
  /** These are the numbers of statements that are left out of each view, because they are not understood. */
  readonly leftOut: readonly number[]
  /** This is true for a view that asks for `this`, so that it depends on the entry that shows it. */
  readonly usesSelf: readonly boolean[]
  /** These are the names of properties that the base may ask for. Some may be names of something else. */
  readonly properties: readonly string[]
}

/** Compiles a base. */
export function compileBase(
  definition: BaseDefinition,
  isProperty: (name: string) => boolean,
  report: (found: Problem) => void,
): CompiledBase {
  let compiled: Expression[] = []
  let leftOut = 0
  const compile = (written: WrittenExpression): CompiledExpression | undefined => {
    try {
      const expression = parseExpression(written.text, isProperty)
      compiled.push(expression)
      return { expression, written }
    } catch (error) {
      report(refused(definition, written, error))
      return undefined
    }
  }
  const filtered = (filter: Filter | undefined): CompiledFilter | undefined => {
    if (filter === undefined) return undefined
    if (filter.kind === 'statement') {
      const statement = compile(filter.statement)
      if (statement === undefined) leftOut++
      return statement && { kind: 'statement', ...statement }
    }
    const of = filter.of.flatMap((each) => filtered(each) ?? [])
    return of.length === 0 ? undefined : { kind: filter.kind, of }
  }
  const compileAll = (all: ReadonlyMap<string, WrittenExpression>) =>
    new Map([...all].map(([name, written]) => [name, compile(written)]))
  const filter = filtered(definition.filter)
  const formulas = compileAll(definition.formulas)
  const summaries = compileAll(definition.summaries)
  const [ofAll, parts] = [leftOut, compiled.flatMap((each) => [...partsOf(each)])]
  const views = definition.views.map((view) => {
    leftOut = ofAll
    compiled = []
    return { filter: filtered(view.filter), leftOut, parts: compiled.flatMap((each) => [...partsOf(each)]) }
  })
  return {
    definition,
    filter,
    viewFilters: views.map((view) => view.filter),
    formulas,
    summaries,
    leftOut: views.map((view) => view.leftOut),
    usesSelf: views.map((view) => [...parts, ...view.parts].some(isSelf)),
    properties: [
      ...[...parts, ...views.flatMap((view) => view.parts)].flatMap(nameIn),
      ...definition.views.flatMap(propertiesOf),
    ],
  }
}

const isSelf = (part: Expression): boolean => part.kind === 'name' && part.name === 'this'

/** Gives the name that a part of an expression may ask for. */
function nameIn(part: Expression): string[] {
  if (part.kind === 'name' || part.kind === 'member') return [part.name]
  return part.kind === 'index' && part.index.kind === 'literal' ? [String(part.index.value)] : []
}

/** Gives the names of the properties that a view shows, or is sorted or grouped by. */
function propertiesOf({ columns, sort, groupBy, image }: ViewDefinition): string[] {
  const orders = [...sort, ...(groupBy === undefined ? [] : [groupBy])].map(({ property }) => property)
  return [...columns, ...orders, ...(image === undefined ? [] : [image])].map(nameOfProperty)
}

/**
 * Reports an expression that is not understood, or that has no value.
 *
 * @param more A sentence on what follows from it.
 */
export function refused(
  { path }: BaseDefinition,
  { text, point, isOneLine }: WrittenExpression,
  error: unknown,
  more = '',
): Problem {
  const at = error instanceof Refusal ? (error.at ?? 0) : 0
  const place = isOneLine ? { line: point.line, column: point.column + at } : point
  const reason = error instanceof Refusal ? error.message : 'It is nested too deeply. Cut it into several formulas.'
  const short = text.trim().replace(/\s+/g, ' ')
  const shown = short.length > 60 ? `${short.slice(0, 59).toWellFormed()}…` : short
  return problem('warning', 'base-expression', path, place, `In \`${shown}\`: ${reason}${more}`)
}
