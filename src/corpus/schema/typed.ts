/** This file holds the schemas of values that are more than a text: true and false, dates, languages and years. */
import { z } from 'zod'
import { readDate } from '../dates.ts'
import { languageTag } from '../language.ts'
import { anyCase, DATE, NOTHING, writtenAs } from '../written-as.ts'
import { isEmpty, kindOf, unwrap } from './text.ts'

/** These words are true, in YAML 1.1 too. */
export const YES: ReadonlySet<string> = new Set(['true', 'yes', 'on', '1'])
/** These words are false, in YAML 1.1 too. */
export const NO: ReadonlySet<string> = new Set(['false', 'no', 'off', '0'])
/** This schema accepts true and false, in the words that YAML 1.1 has for them too. */
export const flag = writtenAs(
  z.preprocess(
    (value) => {
      if (isEmpty(value)) return undefined
      const word = typeof value === 'string' ? value.trim().toLowerCase() : value
      return YES.has(word as string) ? true : NO.has(word as string) ? false : value
    },
    z.boolean({ error: (issue) => `must be true or false, and it is ${kindOf(issue.input)}.` }).optional(),
  ),
  () => ({
    anyOf: [
      { type: 'boolean' },
      { type: 'string', pattern: `^\\s*(?:${[...YES, ...NO].map(anyCase).join('|')})\\s*$` },
      { type: 'integer', minimum: 0, maximum: 1 },
      NOTHING,
    ],
  }),
)

/** This schema accepts a date and gives its day as YYYY-MM-DD, or its month or year where no more was written. */
export const date = writtenAs(
  z.preprocess(
    (written) => {
      const value = isEmpty(written) ? undefined : unwrap(written)
      return typeof value === 'string' ? (readDate(value) ?? value) : value
    },
    z
      .string({ error: (issue) => `must be a date like 2026-11-23, and it is ${kindOf(issue.input)}.` })
      .refine((value) => readDate(value) !== undefined, {
        error: (issue) => `must be a date like 2026-11-23, and it is ${kindOf(issue.input)}.`,
      })
      .optional(),
  ),
  () => DATE,
)

/** This schema accepts the tag of a language and gives it in its canonical form. */
export const language = writtenAs(
  z.preprocess(
    (value) => (isEmpty(value) ? undefined : typeof value === 'string' ? (languageTag(value) ?? value) : value),
    z
      .string({ error: (issue) => `must be the tag of a language like de or pt-BR, and it is ${kindOf(issue.input)}.` })
      .refine((value) => languageTag(value) !== undefined, {
        error: (issue) => `must be the tag of a language like de or pt-BR, and it is ${kindOf(issue.input)}.`,
      })
      .optional(),
  ),
  () => ({ anyOf: [{ type: 'string', pattern: '^\\s*[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]+)*\\s*$' }, NOTHING] }),
)

/** This schema accepts the tag of a language that must be there. */
export const requiredLanguage = language.refine((value): value is string => value !== undefined, {
  error: 'is missing. Write the tag of a language like de or pt-BR.',
})

/** This schema accepts a year. */
export const year = writtenAs(
  z.preprocess(
    (value) => (isEmpty(value) ? undefined : Number(value)),
    z.int({ error: () => 'must be a year like 2025.' }).optional(),
  ),
  () => ({ anyOf: [{ type: 'integer' }, { type: 'string', pattern: '\\d' }, NOTHING] }),
)
