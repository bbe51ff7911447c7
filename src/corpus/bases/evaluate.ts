/**
 * This file evaluates expressions. They can reach nothing but values: there is no code in them that JavaScript runs.
 */
import { areEqual, compareValues, numberIn, textOf, timeOf } from './compare-values.ts'
import { addDuration, FIELDS_OF_LENGTH, lengthOf, readDuration } from './durations.ts'
import { listOf, textWithin, type Environment } from './environment.ts'
import { propertyOf } from './functions/files.ts'
import { GLOBALS } from './functions/globals.ts'
import { LAZY_METHODS, methodOf } from './functions/index.ts'
import { WORDS_OF_TYPES } from './functions/method.ts'
import { Refusal } from './refusal.ts'
import type { BinaryOperator, Expression } from './syntax.ts'
import {
  is,
  isList,
  isTruthy,
  object,
  typeOf,
  type Duration,
  type FileValue,
  type Instant,
  type Value,
} from './values.ts'

/**
 * Evaluates an expression.
 *
 * @throws {Refusal} Where a part of it has no value, with the offset of that part.
 */
export function evaluate(expression: Expression, environment: Environment): Value {
  environment.budget.spend()
  try {
    return valueOf(expression, environment)
  } catch (error) {
    if (error instanceof Refusal) error.at ??= expression.at
    throw error
  }
}

function valueOf(expression: Expression, environment: Environment): Value {
  const go = (part: Expression): Value => evaluate(part, environment)
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'pattern':
      return { type: 'regexp', pattern: expression.pattern }
    case 'name':
      return named(expression.name, environment)
    case 'list':
      return listOf(expression.items.map(go), environment)
    case 'object': {
      const entries = new Map(expression.entries.map(([key, value]) => [key, go(value)]))
      const made = object(entries)
      listOf([...entries.values()], environment)
      return made
    }
    case 'unary':
      return expression.operator === '!' ? !isTruthy(go(expression.operand)) : negative(go(expression.operand))
    case 'binary':
      return binary(expression, environment)
    case 'member':
      return expression.target.kind === 'name' && expression.target.name === 'formula'
        ? environment.formula(expression.name)
        : field(go(expression.target), expression.name, environment)
    case 'index': {
      const index = go(expression.index)
      if (expression.target.kind === 'name' && expression.target.name === 'formula')
        return environment.formula(textOf(index))
      return item(go(expression.target), index, environment)
    }
    case 'call':
      return called(expression.name, expression.args, environment)
    case 'method':
      return methodCalled(go(expression.target), expression.name, expression.args, environment)
  }
}

/** Gives what a name stands for. A name that means nothing else is that of a property of the note. */
function named(name: string, environment: Environment): Value {
  const { variables, file, self } = environment
  if (Object.hasOwn(variables, name)) return variables[name]!
  if (name === 'file') return file
  if (name === 'this') return self
  if (name === 'note') return object(file.properties)
  return propertyOf(file, name) ?? null
}

const negative = (value: Value): Value => {
  if (value === null) return null
  if (is(value, 'duration')) return { ...value, months: -value.months, milliseconds: -value.milliseconds }
  return -number(value, '-')
}

function number(value: Value, operator: string): number {
  const found = numberIn(value) ?? (typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN)
  if (!Number.isNaN(found) || typeof value === 'number') return found
  throw new Refusal(`"${operator}" needs numbers, and here it meets ${WORDS_OF_TYPES[typeOf(value)]}. Use "number()".`)
}

function binary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, environment: Environment): Value {
  const one = evaluate(left, environment)
  if (operator === '&&') return isTruthy(one) && isTruthy(evaluate(right, environment))
  if (operator === '||') return isTruthy(one) || isTruthy(evaluate(right, environment))
  const other = evaluate(right, environment)
  switch (operator) {
    case '==':
      return areEqual(one, other)
    case '!=':
      return !areEqual(one, other)
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isOrdered(operator, one, other, environment)
    default:
      return arithmetic(operator, one, other, environment)
  }
}

/** Compares two values. Nothing is neither more nor less than anything. */
function isOrdered(operator: '<' | '<=' | '>' | '>=', one: Value, other: Value, { collate }: Environment): boolean {
  if (one === null || other === null) return false
  const order = orderOf(one, other, collate)
  if (Number.isNaN(order)) return false
  if (operator === '<') return order < 0
  if (operator === '>') return order > 0
  return operator === '<=' ? order <= 0 : order >= 0
}

function orderOf(one: Value, other: Value, collate: Environment['collate']): number {
  if (is(one, 'date') || is(other, 'date')) {
    const [first, second] = [timeOf(one) ?? numberIn(one), timeOf(other) ?? numberIn(other)]
    return first === undefined || second === undefined ? Number.NaN : first - second
  }
  const [a, b] = [asNumber(one, other), asNumber(other, one)]
  if (a !== undefined && b !== undefined) return a - b
  return typeOf(one) === typeOf(other) ? compareValues(one, other, collate) : Number.NaN
}

/** Gives the number that a value is. Next to a number, a text may be one too, or a duration. */
function asNumber(value: Value, beside: Value): number | undefined {
  if (typeof value !== 'string' || typeof beside === 'string') return numberIn(value)
  if (value.trim() !== '' && !Number.isNaN(Number(value))) return Number(value)
  const duration = readDuration(value)
  return duration && lengthOf(duration)
}

type Arithmetic = Exclude<BinaryOperator, '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||'>

function arithmetic(operator: Arithmetic, one: Value, other: Value, environment: Environment): Value {
  if (operator === '+' || operator === '-') {
    const moved = moveDate(operator, one, other)
    if (moved !== undefined) return moved
    if (is(one, 'duration') && is(other, 'duration')) return addDurations(one, other, operator === '+' ? 1 : -1)
  }
  if (operator === '+' && [one, other].some((value) => !isNumeric(value)))
    return textWithin(textOf(one) + textOf(other), environment)
  if (one === null || other === null) return null
  if (is(one, 'duration') && operator === '*') return scaled(one, number(other, operator))
  const [a, b] = [number(one, operator), number(other, operator)]
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '%':
      return a % b
  }
}

const isNumeric = (value: Value): boolean => ['number', 'boolean', 'duration', 'null'].includes(typeOf(value))

/** Adds a duration to a date, or takes it away. The difference of two dates is a number of milliseconds. */
function moveDate(operator: '+' | '-', one: Value, other: Value): Instant | number | undefined {
  if (!is(one, 'date')) return undefined
  if (operator === '-' && is(other, 'date')) return one.time - other.time
  const duration = durationIn(other)
  return duration && addDuration(one, duration, operator === '+' ? 1 : -1)
}

function durationIn(value: Value): Duration | undefined {
  if (is(value, 'duration')) return value
  if (typeof value === 'number') return { type: 'duration', months: 0, milliseconds: value }
  return typeof value === 'string' ? readDuration(value) : undefined
}

const addDurations = (one: Duration, other: Duration, sign: 1 | -1): Duration => ({
  type: 'duration',
  months: one.months + sign * other.months,
  milliseconds: one.milliseconds + sign * other.milliseconds,
})

const scaled = ({ months, milliseconds }: Duration, by: number): Duration => ({
  type: 'duration',
  months: months * by,
  milliseconds: milliseconds * by,
})

/** Gives the field of a value, such as `length` of a text. */
function field(value: Value, name: string, environment: Environment): Value {
  if (value === null) return null
  if (is(value, 'file')) return fieldOfFile(value, name, environment)
  if (is(value, 'object')) return entryOf(value.entries, name)
  if (is(value, 'date')) {
    const parts = fieldsOfDate(value)
    if (Object.hasOwn(parts, name)) return parts[name]!
  }
  if (name === 'length' && (typeof value === 'string' || isList(value))) return value.length
  const length = Object.hasOwn(FIELDS_OF_LENGTH, name) ? FIELDS_OF_LENGTH[name] : undefined
  const milliseconds = is(value, 'date') ? undefined : numberIn(value)
  if (length !== undefined && milliseconds !== undefined) return milliseconds / length
  if (is(value, 'link')) {
    const file = value.path === undefined ? undefined : environment.vault.file(value.path)
    return file === undefined ? null : fieldOfFile(file, name, environment)
  }
  throw new Refusal(`There is no field "${name}" of ${WORDS_OF_TYPES[typeOf(value)]}. Take it out.`)
}

function entryOf(entries: ReadonlyMap<string, Value>, name: string): Value {
  const exact = entries.get(name)
  if (exact !== undefined) return exact
  const key = [...entries.keys()].find((each) => each.toLowerCase() === name.toLowerCase())
  return key === undefined ? null : entries.get(key)!
}

const fieldsOfDate = ({ time }: Instant): Readonly<Record<string, number>> => {
  const date = new Date(time)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  }
}

/** These are the fields of files. Any other name is that of a property. */
export const FIELDS_OF_FILES: Readonly<Record<string, (file: FileValue, environment: Environment) => Value>> = {
  name: ({ name }) => name,
  basename: ({ basename }) => basename,
  path: ({ path }) => path,
  folder: ({ folder }) => folder,
  ext: ({ ext }) => ext,
  size: ({ size }) => size ?? null,
  properties: ({ properties }) => object(properties),
  tags: ({ tags }) => tags,
  links: ({ links }) => links,
  embeds: ({ embeds }) => embeds,
  backlinks: ({ path }, { vault }) => vault.backlinks(path),
  file: (file) => file,
  ctime: ({ created }, environment) => timeOfFile(created, environment),
  mtime: ({ updated }, environment) => timeOfFile(updated, environment),
}

function timeOfFile(time: Instant | undefined, { mention }: Environment): Value {
  mention('file-times')
  return time ?? null
}

function fieldOfFile(file: FileValue, name: string, environment: Environment): Value {
  if (Object.hasOwn(FIELDS_OF_FILES, name)) return FIELDS_OF_FILES[name]!(file, environment)
  if (name === 'note') return object(file.properties)
  return propertyOf(file, name) ?? null
}

/** Gives an item of a list by its number, from 0, or of a mapping by its name. */
function item(value: Value, index: Value, environment: Environment): Value {
  if (value === null) return null
  if (typeof index === 'number') {
    const list = isList(value) ? value : typeof value === 'string' ? Array.from(value) : [value]
    return list.at(Math.trunc(index)) ?? null
  }
  return field(value, textOf(index), environment)
}

function called(name: string, args: readonly Expression[], environment: Environment): Value {
  if (name === 'if') {
    const [condition, then, otherwise] = args
    if (condition === undefined || then === undefined)
      throw new Refusal('"if" takes a condition and a result. Write both.')
    if (isTruthy(evaluate(condition, environment))) return evaluate(then, environment)
    return otherwise === undefined ? null : evaluate(otherwise, environment)
  }
  const values = args.map((each) => evaluate(each, environment))
  return GLOBALS[name as keyof typeof GLOBALS](values, environment)
}

/** What a function gives where it is called on nothing, as of a property that a note does not have. */
const OF_NOTHING: Readonly<Record<string, Value>> = {
  isEmpty: true,
  isTruthy: false,
  toString: '',
  contains: false,
  containsAll: false,
  containsAny: false,
  startsWith: false,
  endsWith: false,
  matches: false,
  hasTag: false,
  hasLink: false,
  linksTo: false,
  inFolder: false,
  hasProperty: false,
}

function methodCalled(target: Value, name: string, args: readonly Expression[], environment: Environment): Value {
  if (target === null && name !== 'isType') return Object.hasOwn(OF_NOTHING, name) ? OF_NOTHING[name]! : null
  if (isLazy(name)) return overItems(isList(target) ? target : [target], name, args, environment)
  const found = methodOf(target, name)
  if (found === undefined)
    throw new Refusal(`There is no function "${name}()" of ${WORDS_OF_TYPES[typeOf(target)]}. Convert it first.`)
  const values = args.map((each) => evaluate(each, environment))
  return found.method(found.value, values, environment)
}

const isLazy = (name: string): name is (typeof LAZY_METHODS)[number] =>
  (LAZY_METHODS as readonly string[]).includes(name)

function overItems(
  list: readonly Value[],
  name: (typeof LAZY_METHODS)[number],
  [each, start]: readonly Expression[],
  environment: Environment,
): Value {
  if (each === undefined) throw new Refusal(`"${name}" takes an expression for each "value". Write one.`)
  const variables = environment.variables
  const within = (value: Value, index: number, acc?: Value): Value =>
    evaluate(each, {
      ...environment,
      variables: { ...variables, value, index, ...(acc !== undefined && { acc }) },
    })
  if (name === 'filter')
    return listOf(
      list.filter((value, index) => isTruthy(within(value, index))),
      environment,
    )
  if (name === 'map')
    return listOf(
      list.map((value, index) => within(value, index)),
      environment,
    )
  let acc = start === undefined ? null : evaluate(start, environment)
  for (const [index, value] of list.entries()) acc = within(value, index, acc)
  return acc
}
