/**
 * This file makes the schemas of texts and of lists of them. Values arrive as text: YAML is read without guessing types,
 * so that `title: 1917` and `title: 2022-12-30` stay what was written.
 */
import { z } from 'zod'
import { didYouMean, nearest } from '../suggest.ts'
import { NOTHING, TEXT, writtenAs } from '../written-as.ts'

const EMPTY = new Set(['', '~', 'null', 'Null', 'NULL'])
/** Tells whether a value is empty. Empty values, and empty items of a list, count as not written. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && EMPTY.has(value.trim()))

/** Gives back what was written for `[[x]]` without quotes, which YAML reads as a list in a list. */
export function unwrap(value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 1) return value
  const [inner] = value as unknown[]
  return Array.isArray(inner) && inner.every((part) => typeof part === 'string') ? `[[${inner.join(', ')}]]` : value
}

/** Tells whether a value has keys. */
export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names a value in an error message. */
export const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : isMapping(value) ? 'a mapping' : `"${String(value)}"`

/** This schema accepts a text that may be left out. */
export const text = writtenAs(
  z.preprocess(
    (value) => (isEmpty(value) ? undefined : unwrap(value)),
    z
      .string({ error: (issue) => `must be text, and it is ${kindOf(issue.input)}.` })
      .trim()
      .optional(),
  ),
  () => TEXT,
)

/**
 * Makes the schema of a text that must be there.
 *
 * @param what A sentence that tells the writer what to write.
 */
export const requiredText = (what: string) =>
  writtenAs(
    z.preprocess(
      unwrap,
      z.string({
        error: (issue) =>
          issue.input === undefined ? `is missing. ${what}` : `must be text, and it is ${kindOf(issue.input)}.`,
      }),
    ),
    () => TEXT,
  )

/** Makes the schema of a text that must be one of the given values. The error suggests the nearest one. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, {
    error: (issue) =>
      `must be one of ${values.join(', ')}, and it is ${kindOf(issue.input)}.` +
      didYouMean(typeof issue.input === 'string' ? nearest(issue.input, values) : undefined),
  })
}

/** Makes the schema of a value that may be left out. An empty value counts as left out. */
export const optional = <T extends z.ZodType>(value: T) =>
  writtenAs(
    z.preprocess((written) => (isEmpty(written) ? undefined : written), value.optional()),
    (convert) => ({ anyOf: [convert(value), NOTHING] }),
  )

/** Makes the schema of a list. A single value is a list of one, and empty items are dropped. */
export const listOf = <T extends z.ZodType>(item: T) =>
  writtenAs(
    z.preprocess((value) => {
      const whole = unwrap(value)
      return (Array.isArray(whole) ? (whole as unknown[]) : [whole]).filter((each) => !isEmpty(each))
    }, z.array(item)),
    (convert) => {
      const each = convert(item)
      return { anyOf: [each, { type: 'array', items: { anyOf: [each, NOTHING] } }, NOTHING] }
    },
  )
