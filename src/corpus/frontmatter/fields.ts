/**
 * Turns plain values into typed fields. A value that is wrong is reported at its place and left out; the others keep
 * theirs.
 */
import type { z } from 'zod'
import { isAmbiguousDate, readDate } from '../dates.ts'
import { problem } from '../problem.ts'
import { bareKey, spellings } from '../schema/spellings.ts'
import { isEmpty } from '../schema/text.ts'
import { pointOf, type KeyPath } from './position.ts'
import { readPrivacy } from './privacy.ts'
import { readRest } from './read-rest.ts'
import type { Mapping } from './yaml.ts'
import { didYouMean, nearest } from '../suggest.ts'
import type { Document, Problem } from '../vocabulary.ts'

/** The typed fields of an entry, with a default for each that is not written, and what is wrong in them. */
export interface Fields<T> {
  readonly data: T
  /** The fields that nothing reads and that have no problem yet, as they are written. */
  readonly unread: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * Reads the plain values of frontmatter as the fields of a schema. Every accepted spelling of a field counts. A wrong
 * item of a list costs that item, any other wrong value costs its field, and a field about privacy that is wrong makes
 * the entry a draft.
 */
export function readFields<S extends z.ZodObject>(document: Document, schema: S, raw: Mapping): Fields<z.infer<S>> {
  const { value: known, unclear } = 'draft' in schema.shape ? readPrivacy(raw) : { value: raw, unclear: [] }
  const { value, written, strange, unread } = canonical(schema, known)
  const notices = [
    ...strange.map((field) => unknownField(document, field)),
    ...unclear.map(({ key, says }) => unclearField(document, key, says)),
    ...DATES.flatMap((name) => ambiguousDate(document, written.get(name) ?? name, value[name])),
  ]
  const quick = readKnown(schema, value)
  if (quick !== undefined) return { data: quick as z.infer<S>, unread, problems: notices }
  const { data, wrong } = readRest(schema, value)
  const errors = wrong.map(({ path: [first, ...rest], message, params }) => {
    const path = first === undefined ? [] : [written.get(String(first)) ?? first, ...rest]
    const [severity, rule, part] = params?.isUnread ? UNREAD : WRONG
    const sentence = `The field "${nameOf(path)}" ${message}`
    return problem(severity, rule, document.path, pointOf(document, path, part), sentence)
  })
  return { data: data as z.infer<S>, unread, problems: [...notices, ...errors] }
}

const WRONG = ['error', 'field-value', 'value'] as const
const UNREAD = ['warning', 'field-unread', 'key'] as const

/**
 * Reads the fields that are written, and takes what the schema makes of a file without any field for all others. Most
 * files have few of the fields of a schema, and each that is lacking takes the schema as long as one that is there.
 *
 * @returns Undefined where a field is wrong.
 */
function readKnown(schema: z.ZodObject, value: Mapping): Record<string, unknown> | undefined {
  const data: Record<string, unknown> = {}
  const empty = emptyOf(schema)
  for (const key in schema.shape)
    if (!Object.hasOwn(value, key)) {
      if (Object.hasOwn(empty, key)) data[key] = Array.isArray(empty[key]) ? [] : empty[key]
    } else {
      const read = (schema.shape[key] as z.ZodType).safeParse(value[key])
      if (!read.success) return undefined
      data[key] = read.data
    }
  return data
}

/** Keeps what each schema makes of a file without any field. */
const emptied = new WeakMap<z.ZodObject, Mapping>()

function emptyOf(schema: z.ZodObject): Mapping {
  let known = emptied.get(schema)
  if (known === undefined) emptied.set(schema, (known = schema.parse({})))
  return known
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

/** A field that is none of ours, and the sentence that says what was meant. It begins with a space. */
interface Strange {
  readonly key: string
  readonly remedy: string
}

function unknownField(document: Document, { key, remedy }: Strange): Problem {
  const sentence = `There is no field "${key}".${remedy}`
  return problem('warning', 'field-unknown', document.path, pointOf(document, [key], 'key'), sentence)
}

/** These fields belong to an item of `inquiries`, so at the top of the frontmatter they say of nothing how it bears. */
const OF_ITEMS: ReadonlySet<string> = new Set(['role', 'because'])

const ofItem = (key: string): string =>
  ` Write "${key}" in a note, under the inquiry that it is about: "inquiries: [{ inquiry: name, ${key}: … }]".`

/** Keeps which field was meant by others, for each schema. All files of a folder have much the same fields. */
const known = new WeakMap<z.ZodObject, Map<string, string | undefined>>()
/** No more fields than this are kept. A hostile folder may have a new one in every file. */
const MAX_KNOWN = 1000

/**
 * Gives the field that was meant by one that is a letter off it, or holds the same letters in another order. Other
 * tools have fields of their own (`related`, `tasks`), of which that cannot be said.
 */
function meant(key: string, schema: z.ZodObject): string | undefined {
  let ofSchema = known.get(schema)
  if (ofSchema === undefined || ofSchema.size > MAX_KNOWN)
    known.set(schema, (ofSchema = new Map<string, string | undefined>()))
  if (!ofSchema.has(key)) ofSchema.set(key, nearTo(key, Object.keys(schema.shape)))
  return ofSchema.get(key)
}

const nearTo = (key: string, fields: readonly string[]): string | undefined =>
  nearest(key, fields, 1) ?? fields.find((field) => lettersOf(field) === lettersOf(key))

const lettersOf = (word: string): string => Array.from(word.toLowerCase()).sort().join('')

/**
 * Renames every accepted spelling to the schema's key. Where a field is written in several spellings, one of them
 * counts. Another one that says something else is unread, so that it is reported and not lost without a word.
 */
function canonical(schema: z.ZodObject, raw: Mapping) {
  const spelled = spellings(schema)
  const value: Record<string, unknown> = {}
  const written = new Map<string, string>()
  const strange: Strange[] = []
  const unread: string[] = []
  for (const [key, content] of Object.entries(raw)) {
    const name = spelled.get(bareKey(key))
    if (name === undefined) {
      const near = meant(bareKey(key), schema)
      if (near !== undefined) strange.push({ key, remedy: didYouMean(near) })
      else if ('draft' in schema.shape && OF_ITEMS.has(bareKey(key)))
        strange.push({ key, remedy: ofItem(bareKey(key)) })
      else if (!OF_OTHERS.has(bareKey(key))) unread.push(key)
      continue
    }
    const other = written.get(name)
    if (other === undefined || precedence(name, key, content) < precedence(name, other, raw[other])) {
      value[name] = content
      written.set(name, key)
    }
    const passedOver = other === undefined ? undefined : written.get(name) === key ? other : key
    if (passedOver !== undefined && saysMore(raw[passedOver], value[name])) unread.push(passedOver)
  }
  return { value, written, strange, unread }
}

/**
 * Orders the spellings of a field: the least counts, and of equal ones the first. An empty one never counts. The
 * schema's own wins over all others, but for `created`: programs write it into every file that they make, and a writer
 * writes `date`.
 */
function precedence(name: string, key: string, content: unknown): number {
  if (isEmpty(content)) return 3
  const spelling = bareKey(key)
  if (name === 'created' && spelling === 'date') return 0
  return spelling === bareKey(name) ? 1 : 2
}

/** Tells whether a value says something that another one does not say as well. Days are compared as days. */
function saysMore(value: unknown, counted: unknown): boolean {
  if (isEmpty(value)) return false
  const asDay = (each: unknown): unknown => (typeof each === 'string' ? (readDate(each)?.slice(0, 10) ?? each) : each)
  return JSON.stringify(asDay(value)) !== JSON.stringify(asDay(counted))
}

/**
 * These fields are read elsewhere, or change nothing but how Obsidian shows a file. So there is nothing to say of them.
 */
const OF_OTHERS: ReadonlySet<string> = new Set([
  ...['type', 'id', 'bibliography', 'nodetypeid', 'nodeinstanceid', 'cssclass', 'cssclasses'],
  ...['excalidrawplugin', 'kanbanplugin'],
])
