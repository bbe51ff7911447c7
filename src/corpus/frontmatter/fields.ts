/**
 * Turns plain values into typed fields. A value that is wrong is reported at its place and left out; the others keep
 * theirs.
 */
import type { z } from 'zod'
import { isAmbiguousDate } from '../dates.ts'
import { problem } from '../problem.ts'
import { bareKey, isEmpty, spellings } from '../schema.ts'
import { pointOf, type KeyPath } from './position.ts'
import { readPrivacy } from './privacy.ts'
import type { Mapping } from './yaml.ts'
import { didYouMean, nearest } from '../suggest.ts'
import type { Document, Problem } from '../vocabulary.ts'

/** The typed fields of an entry, with a default for each that is not written, and what is wrong in them. */
export interface Fields<T> {
  readonly data: T
  readonly problems: readonly Problem[]
}

/**
 * Reads the plain values of frontmatter as the fields of a schema. Every accepted spelling of a field counts. A wrong
 * item of a list costs that item, any other wrong value costs its field, and a field about privacy that is wrong makes
 * the entry a draft.
 */
export function readFields<S extends z.ZodObject>(document: Document, schema: S, raw: Mapping): Fields<z.infer<S>> {
  const { value: known, unclear } = 'draft' in schema.shape ? readPrivacy(raw) : { value: raw, unclear: [] }
  const { value, written, strange } = canonical(schema, known)
  const notices = [
    ...strange.map((name) => unknownField(document, name)),
    ...unclear.map(({ key, says }) => unclearField(document, key, says)),
    ...DATES.flatMap((name) => ambiguousDate(document, written.get(name) ?? name, value[name])),
  ]
  const result = schema.safeParse(value)
  if (result.success) return { data: result.data, problems: notices }
  const issues = result.error.issues as { path: (string | number)[]; message: string }[]
  const errors = issues.map(({ path: [first, ...rest], message }) => {
    const path = first === undefined ? [] : [written.get(String(first)) ?? first, ...rest]
    return problem(
      'error',
      'field-value',
      document.path,
      pointOf(document, path),
      `The field "${nameOf(path)}" ${message}`,
    )
  })
  const rest = without(
    value,
    issues.map(({ path }) => path),
  )
  return { data: schema.parse(rest), problems: [...notices, ...errors] }
}

/** A path as the writer reads it, for example `inquiries[1].role`. Items are counted from one, as people count. */
const nameOf = (path: KeyPath): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${part}`))
    .join('')
    .replace(/^\./, '')

/** Reports a field that may keep the entry back. `readPrivacy` has kept the entry back because of it. */
const unclearField = (document: Document, key: string, says: string): Problem =>
  problem('error', 'field-value', document.path, pointOf(document, [key]), `The field "${key}" ${says}`)

/** The fields that hold a date. */
const DATES = ['created', 'updated'] as const

/** Says of a date whose day and month cannot be told apart that only its year is shown. */
const ambiguousDate = (document: Document, key: string, value: unknown): Problem[] =>
  typeof value === 'string' && isAmbiguousDate(value)
    ? [
        problem(
          'warning',
          'date-ambiguous',
          document.path,
          pointOf(document, [key]),
          `The day and the month of "${value.trim()}" may be the other way round, so only its year is shown. ` +
            'Write the date as 2026-11-23.',
        ),
      ]
    : []

/** Leaves out the items of a list that are wrong, or else the field. */
function without(value: Mapping, paths: readonly KeyPath[]): Mapping {
  const entries = Object.entries(value).flatMap(([key, content]) => {
    const wrong = paths.filter(([field]) => field === key)
    if (wrong.length === 0) return [[key, content]]
    const items = new Set(wrong.map(([, index]) => index))
    const listed = Array.isArray(content) && !items.has(undefined)
    const filled = listed ? (content as unknown[]).filter((item) => !isEmpty(item)) : []
    return listed ? [[key, filled.filter((_, index) => !items.has(index))]] : []
  })
  return Object.fromEntries(entries) as Mapping
}

/** A field that is none of ours, and the field of ours that it resembles. */
interface Strange {
  readonly key: string
  readonly near: string
}

function unknownField(document: Document, { key, near }: Strange): Problem {
  const sentence = `There is no field "${key}".${didYouMean(near)}`
  return problem('warning', 'field-unknown', document.path, pointOf(document, [key], 'key'), sentence)
}

/**
 * Other tools have fields of their own (`related`, `tasks`), so a field that is not ours is reported only where it is
 * a letter off one of ours, or holds the same letters in another order.
 */
const meant = (key: string, fields: readonly string[]): string | undefined =>
  nearest(key, fields, 1) ?? fields.find((field) => lettersOf(field) === lettersOf(key))

const lettersOf = (word: string): string => Array.from(word.toLowerCase()).sort().join('')

/**
 * Renames every accepted spelling to the schema's key. The first spelling of a field wins, and the schema's own wins
 * over all.
 */
function canonical(schema: z.ZodObject, raw: Mapping) {
  const known = spellings(schema)
  const value: Record<string, unknown> = {}
  const written = new Map<string, string>()
  const strange: Strange[] = []
  for (const [key, content] of Object.entries(raw)) {
    const name = known.get(bareKey(key))
    if (name === undefined) {
      const near = meant(bareKey(key), Object.keys(schema.shape))
      if (near !== undefined) strange.push({ key, near })
    } else if (!written.has(name) || bareKey(key) === bareKey(name)) {
      value[name] = content
      written.set(name, key)
    }
  }
  return { value, written, strange }
}
