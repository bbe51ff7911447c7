/** This file lists the functions of the language: those that stand alone, and those of values by their types. */
import { nearest } from '../../suggest.ts'
import { typeOf, type Value, type ValueType } from '../values.ts'
import { textOf } from '../compare-values.ts'
import { ANY } from './any.ts'
import { DATES, DURATIONS } from './dates.ts'
import { FILES, LINKS } from './files.ts'
import { GLOBALS } from './globals.ts'
import { LISTS } from './lists.ts'
import { NUMBERS } from './numbers.ts'
import { OBJECTS, PATTERNS } from './objects.ts'
import { TEXTS } from './texts.ts'
import type { Method } from './method.ts'

/**
 * These functions take expressions and not values: an expression is evaluated for each item, or only if it is needed.
 */
export const LAZY_METHODS = ['filter', 'map', 'reduce'] as const

const METHODS: Readonly<Partial<Record<ValueType, Readonly<Record<string, Method<never>>>>>> = {
  date: DATES,
  duration: DURATIONS,
  string: TEXTS,
  number: NUMBERS,
  list: LISTS,
  link: LINKS,
  file: FILES,
  object: OBJECTS,
  regexp: PATTERNS,
}

const ALL_METHODS = [
  ...new Set([...LAZY_METHODS, ...Object.keys(ANY), ...Object.values(METHODS).flatMap((each) => Object.keys(each))]),
]
const ALL_FUNCTIONS = ['if', ...Object.keys(GLOBALS)]

/** Tells whether some value has a function of this name. */
export const isKnownMethod = (name: string): boolean => ALL_METHODS.includes(name)
/** Gives the name of a function of values that may have been meant. */
export const suggestMethod = (name: string): string | undefined => nearest(name, ALL_METHODS)
/** Tells whether there is a function of this name that stands alone. */
export const isKnownFunction = (name: string): boolean => ALL_FUNCTIONS.includes(name)
/** Gives the name of a function that may have been meant. */
export const suggestFunction = (name: string): string | undefined => nearest(name, ALL_FUNCTIONS)

/**
 * Finds the function of a value. What texts have, dates, links and tags have too, as they are written. What lists have,
 * any value has, as the only item of a list: a property is often a list in one note and a text in another.
 *
 * @returns The function and the value that it is called on. It is undefined where the value has no such function.
 */
export function methodOf(value: Value, name: string): { method: Method<Value>; value: Value } | undefined {
  const own = methodIn(METHODS[typeOf(value)], name) ?? methodIn(ANY, name)
  if (own !== undefined) return { method: own, value }
  const asText = AS_TEXTS.has(typeOf(value)) ? methodIn(TEXTS, name) : undefined
  if (asText !== undefined) return { method: asText, value: textOf(value) }
  const asList = value === null ? undefined : methodIn(LISTS, name)
  return asList && { method: asList, value: [value] }
}

const AS_TEXTS: ReadonlySet<ValueType> = new Set(['date', 'link', 'tag'])

const methodIn = (
  methods: Readonly<Record<string, Method<never>>> | undefined,
  name: string,
): Method<Value> | undefined =>
  methods !== undefined && Object.hasOwn(methods, name) ? (methods[name] as Method<Value>) : undefined
