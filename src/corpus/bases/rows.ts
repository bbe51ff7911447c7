/** This file evaluates the rows of a view: which entries are in it, their order, and the values of their properties. */
import { compareText } from '../compare.ts'
import type { Problem } from '../vocabulary.ts'
import { compareValues, areEqual } from './compare-values.ts'
import { refused, type CompiledBase, type CompiledExpression, type CompiledFilter } from './compile.ts'
import { nameOfProperty, type Order, type PropertyId } from './definition.ts'
import type { Environment, Limitation, Vault } from './environment.ts'
import { evaluate, FIELDS_OF_FILES } from './evaluate.ts'
import { propertyOf } from './functions/files.ts'
import { Budget, Refusal } from './refusal.ts'
import { isEmptyValue, isTruthy, type FileValue, type Instant, type Value } from './values.ts'

/** A `RowContext` is what the rows of all views are made from. */
export interface RowContext {
  readonly vault: Vault
  /** These are the public entries, in the order of their paths. */
  readonly files: readonly FileValue[]
  readonly today: Instant | undefined
  readonly language: string
  readonly collate: (a: string, b: string) => number
  readonly report: (found: Problem) => void
}

/** One view may take this many steps. It is enough for tens of thousands of rows. */
const MAX_STEPS = 20_000_000

const NONE: ReadonlySet<string> = new Set()

/** `Rows` evaluates the expressions of one view. What goes wrong in an expression is reported once. */
export class Rows {
  /** These are the limitations that the values rest on. */
  readonly mentioned = new Set<Limitation>()
  /** These are the expressions that have no value for some row. */
  readonly refused = new Set<CompiledExpression>()
  readonly budget = new Budget(MAX_STEPS)
  readonly #base: CompiledBase
  readonly #self: FileValue
  readonly #context: RowContext
  readonly #values = new Map<FileValue, Map<string, Value>>()

  constructor(base: CompiledBase, self: FileValue, context: RowContext) {
    this.#base = base
    this.#self = self
    this.#context = context
  }

  /** Lists the entries for which the filters hold, in order. */
  sorted(filters: readonly (CompiledFilter | undefined)[], orders: readonly Order[]): FileValue[] {
    const rows = this.#context.files.filter((file) =>
      filters.every((filter) => filter === undefined || this.#holds(filter, file)),
    )
    const keys = new Map(rows.map((file) => [file, orders.map(({ property }) => this.valueOf(property, file))]))
    const { collate } = this.#context
    return rows.sort((one, other) => {
      const [first, second] = [keys.get(one)!, keys.get(other)!]
      for (const [index, { isDescending }] of orders.entries()) {
        const order = directed(first[index]!, second[index]!, isDescending, collate)
        if (order !== 0) return order
      }
      return collate(one.name, other.name) || compareText(one.path, other.path)
    })
  }

  /** Parts rows with another value of a property than the row before. */
  grouped(rows: readonly FileValue[], property: PropertyId): { value: Value; rows: FileValue[] }[] {
    const groups: { value: Value; rows: FileValue[] }[] = []
    for (const row of rows) {
      const value = this.valueOf(property, row)
      const last = groups.at(-1)
      const isSame =
        last !== undefined && (areEqual(last.value, value) || (isEmptyValue(last.value) && isEmptyValue(value)))
      if (isSame) last.rows.push(row)
      else groups.push({ value, rows: [row] })
    }
    return groups
  }

  /** Gives the value of a property of an entry. */
  valueOf(property: PropertyId, file: FileValue): Value {
    const name = nameOfProperty(property)
    if (property.startsWith('formula.')) return this.#formula(name, file, NONE)
    if (property.startsWith('note.')) return propertyOf(file, name) ?? null
    const field = Object.hasOwn(FIELDS_OF_FILES, name) ? FIELDS_OF_FILES[name] : undefined
    return field?.(file, this.#environment(file, NONE)) ?? null
  }

  /** Evaluates a summary over the values of a property. */
  summary(compiled: CompiledExpression, values: readonly Value[]): Value {
    const environment = this.#environment(this.#self, NONE)
    return this.#evaluated(compiled, { ...environment, variables: { values } }, this.#self)
  }

  #holds(filter: CompiledFilter, file: FileValue): boolean {
    switch (filter.kind) {
      case 'statement':
        return isTruthy(this.#evaluated(filter, this.#environment(file, NONE), file))
      case 'and':
        return filter.of.every((each) => this.#holds(each, file))
      case 'or':
        return filter.of.some((each) => this.#holds(each, file))
      case 'not':
        return !filter.of.some((each) => this.#holds(each, file))
    }
  }

  /**
   * Gives the value of a formula, which is evaluated once for each row.
   *
   * @param within The formulas that are being evaluated.
   * @throws {Refusal} Where the formula asks for itself, or there is none of the name.
   */
  #formula(name: string, file: FileValue, within: ReadonlySet<string>): Value {
    const values = this.#values.get(file) ?? new Map<string, Value>()
    this.#values.set(file, values)
    const known = values.get(name)
    if (known !== undefined) return known
    if (within.has(name)) throw new Refusal(`The formula "${name}" asks for its own value. Take that out.`)
    const compiled = this.#base.formulas.get(name)
    if (compiled === undefined) {
      if (within.size > 0 && !this.#base.formulas.has(name))
        throw new Refusal(`There is no formula "${name}". Write it under "formulas", or mend the name.`)
      return null
    }
    const value = this.#evaluated(compiled, this.#environment(file, new Set([...within, name])), file)
    values.set(name, value)
    return value
  }

  #environment(file: FileValue, within: ReadonlySet<string>): Environment {
    const { vault, today, language, collate } = this.#context
    return {
      vault,
      file,
      self: this.#self,
      formula: (name) => this.#formula(name, file, new Set([...within, ''])),
      variables: {},
      today,
      language,
      collate,
      budget: this.budget,
      mention: (what) => this.mentioned.add(what),
    }
  }

  #evaluated(compiled: CompiledExpression, environment: Environment, file: FileValue): Value {
    if (this.budget.isSpent()) return null
    try {
      return evaluate(compiled.expression, environment)
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof RangeError)) throw error
      if (!this.refused.has(compiled)) {
        const more = this.budget.isSpent() ? '' : ` It is so for ${file.path}, and what it would show is left out.`
        this.#context.report(refused(this.#base.definition, compiled.written, error, more))
      }
      this.refused.add(compiled)
      return null
    }
  }
}

/** Compares two values in a direction. Those that hold nothing come last in both. */
function directed(one: Value, other: Value, isDescending: boolean, collate: RowContext['collate']): number {
  const order = compareValues(one, other, collate)
  return isDescending && !isEmptyValue(one) && !isEmptyValue(other) ? -order : order
}
