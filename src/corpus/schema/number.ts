/** This file holds the schemas of numbers. They arrive as text, like everything in frontmatter. */
import { z } from 'zod'
import { NOTHING, writtenAs } from '../written-as.ts'
import { isEmpty, kindOf } from './text.ts'

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i

/**
 * Reads a number. The sign of minus that typesetters set (U+2212) is read as well. A number that is not accepted, or that
 * is too large or too small to be held, stays as it is written, so that its problem quotes that.
 */
function readNumber(value: unknown, strip?: RegExp, accepts = (_: number): boolean => true): unknown {
  if (isEmpty(value)) return undefined
  if (typeof value !== 'string') return value
  const written = value
    .trim()
    .replace('\u2212', '-')
    .replace(strip ?? /$/, '')
  const read = NUMBER.test(written) ? Number(written) : NaN
  return Number.isFinite(read) && accepts(read) && (read !== 0 || IS_ZERO.test(written)) ? read : value
}

const IS_ZERO = /^[-+]?[0.]+(?:e|$)/i

/** This schema accepts a number. */
export const number = writtenAs(
  z.preprocess(
    (value) => readNumber(value),
    z.number({ error: (issue) => `must be a number like 1.5, and it is ${kindOf(issue.input)}.` }).optional(),
  ),
  () => ({ anyOf: [{ type: 'number' }, { type: 'string', pattern: '\\d' }, NOTHING] }),
)

/** This schema accepts a number greater than zero. */
export const positive = writtenAs(
  z.preprocess(
    (value) => readNumber(value, undefined, (read) => read > 0),
    z
      .number({ error: (issue) => `must be a number greater than 0, and it is ${kindOf(issue.input)}.` })
      .positive({ error: (issue) => `must be a number greater than 0, and it is ${kindOf(issue.input)}.` })
      .optional(),
  ),
  () => ({ anyOf: [{ type: 'number', exclusiveMinimum: 0 }, { type: 'string', pattern: '\\d' }, NOTHING] }),
)

/** This schema accepts how many there are of something. */
export const howMany = writtenAs(
  z.preprocess(
    (value) => readNumber(value, undefined, (read) => Number.isSafeInteger(read) && read > 0),
    z
      .int({ error: (issue) => `must be ${wholeNumber(issue.input)}, and it is ${kindOf(issue.input)}.` })
      .positive({ error: (issue) => `must be ${wholeNumber(issue.input)}, and it is ${kindOf(issue.input)}.` })
      .optional(),
  ),
  () => ({ anyOf: [{ type: 'integer', minimum: 1 }, { type: 'string', pattern: '\\d' }, NOTHING] }),
)

/** Says which whole number is wanted in place of what is written. */
function wholeNumber(written: unknown): string {
  const number = NUMBER.test(String(written)) ? Number(written) : NaN
  if (number <= 0) return 'a whole number greater than 0'
  return number > Number.MAX_SAFE_INTEGER
    ? `a whole number of ${Number.MAX_SAFE_INTEGER} at most`
    : 'a whole number like 1200'
}

/** This schema accepts the level of an interval in per cent, as `95` or `95%`. */
export const level = writtenAs(
  z.preprocess(
    (value) => readNumber(value, /\s*%$/),
    z
      .number({ error: (issue) => `must be a level like 95, and it is ${kindOf(issue.input)}.` })
      .min(50, { error: () => LEVEL })
      .max(99.99, { error: () => LEVEL })
      .optional(),
  ),
  () => ({ anyOf: [{ type: 'number', minimum: 50, maximum: 99.99 }, { type: 'string', pattern: '\\d' }, NOTHING] }),
)

const LEVEL = 'must be a level in per cent between 50 and 99.99, such as 95.'
