import type { Environment } from '../environment.ts'
import { Refusal } from '../refusal.ts'
import { numberIn, textOf } from '../compare-values.ts'
import { typeOf, type Value, type ValueType } from '../values.ts'

/** A `Method` is a function of a value, such as `lower` of a text. */
export type Method<T extends Value> = (value: T, args: readonly Value[], environment: Environment) => Value

/** These are the names of types as sentences have them. */
export const WORDS_OF_TYPES: Readonly<Record<ValueType, string>> = {
  null: 'nothing',
  boolean: 'true or false',
  number: 'a number',
  string: 'a text',
  list: 'a list',
  date: 'a date',
  duration: 'a duration',
  link: 'a link',
  tag: 'a tag',
  image: 'a picture',
  object: 'a mapping',
  regexp: 'a regular expression',
  file: 'a file',
}

/**
 * Reads a number that a function was given. Nothing counts as the number that is used otherwise.
 *
 * @throws {Refusal} Where it is no number.
 */
export function numberArgument(value: Value | undefined, otherwise?: number): number {
  if ((value === undefined || value === null) && otherwise !== undefined) return otherwise
  const number = value === undefined ? undefined : numberIn(value)
  if (number === undefined)
    throw new Refusal(`A number is needed here, and it is ${WORDS_OF_TYPES[typeOf(value ?? null)]}. Use "number()".`)
  return number
}

/** Reads a text that a function was given. */
export const textArgument = (value: Value | undefined): string => textOf(value ?? null)
