/**
 * The frontmatter of every kind of entry. Each field's description is its user documentation.
 *
 * Values arrive as text: YAML is read without guessing types, so that `title: 1917` and `title: 2022-12-30` stay what was written.
 * To add a field: describe it here, carry it in `entry.ts`, print it in a component.
 */
import { z } from 'zod'
import { ROLES, STATUSES } from './vocabulary.ts'
import { languageTag } from './language.ts'
import { RELATION_SPELLINGS, type RelationField } from './relation-words.ts'
import { didYouMean, nearest } from './suggest.ts'

const EMPTY = new Set(['', '~', 'null', 'Null', 'NULL'])
/** Is nothing written? Such values, and such items of a list, do not count. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && EMPTY.has(value.trim()))

/** `[[x]]` without quotes is a list in a list to YAML; give back what was written. */
function unwrap(value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 1) return value
  const [inner] = value as unknown[]
  return Array.isArray(inner) && inner.every((part) => typeof part === 'string') ? `[[${inner.join(', ')}]]` : value
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : typeof value === 'object' && value !== null ? 'a mapping' : `"${String(value)}"`

export const text = z.preprocess(
  (value) => (isEmpty(value) ? undefined : unwrap(value)),
  z
    .string({ error: (issue) => `must be text, and it is ${kindOf(issue.input)}.` })
    .trim()
    .optional(),
)

export const requiredText = (what: string) =>
  z.preprocess(
    unwrap,
    z.string({
      error: (issue) =>
        issue.input === undefined ? `is missing. ${what}` : `must be text, and it is ${kindOf(issue.input)}.`,
    }),
  )

export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, {
    error: (issue) =>
      `must be one of ${values.join(', ')}, and it is ${kindOf(issue.input)}.` +
      didYouMean(typeof issue.input === 'string' ? nearest(issue.input, values) : undefined),
  })
}

/** A value that may be left out; an empty one counts as left out. */
export const optional = <T extends z.ZodType>(value: T) =>
  z.preprocess((written) => (isEmpty(written) ? undefined : written), value.optional())

/** One value or a list of them; empty items are dropped. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => {
    const whole = unwrap(value)
    return (Array.isArray(whole) ? (whole as unknown[]) : [whole]).filter((each) => !isEmpty(each))
  }, z.array(item))

const names = listOf(requiredText('Write a name.'))

/** Topics may also be written in one line, with commas; a leading `#` is an Obsidian habit, `[[topic]]` one of Logseq. */
const topics = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  names.transform((list) =>
    list
      .map((name) =>
        name
          .trim()
          .replace(/^#/, '')
          .replace(/^\[\[(.*)\]\]$/, '$1'),
      )
      .filter((name) => name !== ''),
  ),
)

const yes = new Set(['true', 'yes', 'on', '1'])
const no = new Set(['false', 'no', 'off', '0'])
const flag = z.preprocess(
  (value) => {
    if (isEmpty(value)) return undefined
    const word = typeof value === 'string' ? value.trim().toLowerCase() : value
    return yes.has(word as string) ? true : no.has(word as string) ? false : value
  },
  z.boolean({ error: (issue) => `must be true or false, and it is ${kindOf(issue.input)}.` }).optional(),
)

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/
/** Seconds or milliseconds since 1970, as Dendron counts them. */
const EPOCH = /^(\d{10})(?:\d{3})?(?:\.\d+)?$/

/** The day part of an ISO 8601 date, or undefined when there is no such day. */
function day(value: string): string | undefined {
  const seconds = EPOCH.exec(value.trim())?.[1]
  if (seconds !== undefined) return new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
  const match = DATE.exec(value.trim())
  if (match === null) return undefined
  const iso = `${match[1]}-${match[2]}-${match[3]}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

const date = z.preprocess(
  (value) => (isEmpty(value) ? undefined : typeof value === 'string' ? (day(value) ?? value) : value),
  z
    .string({ error: (issue) => `must be a date like 2026-11-23, and it is ${kindOf(issue.input)}.` })
    .refine((value) => day(value) !== undefined, {
      error: (issue) => `must be a date like 2026-11-23, and it is ${kindOf(issue.input)}.`,
    })
    .optional(),
)

const language = z.preprocess(
  (value) => (isEmpty(value) ? undefined : typeof value === 'string' ? (languageTag(value) ?? value) : value),
  z
    .string({ error: (issue) => `must be the tag of a language like de or pt-BR, and it is ${kindOf(issue.input)}.` })
    .refine((value) => languageTag(value) !== undefined, {
      error: (issue) => `must be the tag of a language like de or pt-BR, and it is ${kindOf(issue.input)}.`,
    })
    .optional(),
)

const year = z.preprocess(
  (value) => (isEmpty(value) ? undefined : Number(value)),
  z.int({ error: () => 'must be a year like 2025.' }).optional(),
)

const evidenceLink = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { inquiry: unwrap(value) },
  z.object({
    inquiry: requiredText('Name the inquiry this note serves, by its file name.').describe(
      'The inquiry, by its file name.',
    ),
    role: z
      .preprocess((value) => (isEmpty(value) ? undefined : value), oneOf(ROLES).default('supports'))
      .describe('How the note bears on it.'),
    because: text.describe('One line that says how.'),
  }),
)

const nextInquiry = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { inquiry: unwrap(value) },
  z.object({
    inquiry: requiredText('Name the inquiry to go on to, by its file name.').describe('The inquiry, by its file name.'),
    because: text.describe('One line that says why one would go on there.'),
  }),
)

const inlineSource = z.object({
  title: requiredText('Give the title of the work.').describe('Title of the work.'),
  authors: names.describe('Authors, each as `Given Family` or `Family, Given`.'),
  year: year.describe('Year it appeared.'),
  url: text.describe('Where to read it.'),
  doi: text.describe('Its DOI, with or without `https://doi.org/`.'),
})

/** A citation key, or the work itself. */
const source = z.unknown().transform((value, context): string | InlineSource => {
  if (typeof value === 'string') return value.trim()
  const work = inlineSource.safeParse(value)
  if (work.success) return work.data
  context.issues.push(...(work.error.issues as typeof context.issues))
  return z.NEVER
})

/** Rules by their ids, each with a sentence. */
export const suppressions = optional(
  z.record(z.string(), text, {
    error: (issue) =>
      `must list rules of the audit, each with the reason why it is silent, and it is ${kindOf(issue.input)}.`,
  }),
)

const audit = suppressions.describe(
  'Rules of the audit that are silent on this entry, each with the reason why: `one-sided: Nobody has argued otherwise.`',
)

/** Fields that every kind of entry has. */
const shared = {
  title: text.describe(
    'The title. Without it the first heading of the first level stands in, and without that the file name.',
  ),
  aliases: names.default([]).describe('Other names the entry answers to in links.'),
  lang: language.describe(
    'The language it is written in, as a BCP 47 tag, where it is not that of the site: de, ar, zh-Hant.',
  ),
  created: date.describe('The day it was written, as 2026-11-23.'),
  updated: date.describe('The day it last changed in substance.'),
  draft: flag.describe('True keeps the entry, and everything in it, off the site.'),
  publish: flag.describe(
    'False does the same as `draft: true`. Where `site.yaml` publishes only what says so, true makes it public.',
  ),
}

const links = names.default([])

/** Relations to other entries; see `relation-words.ts` for what each states, and the other words for it. */
const relations = {
  supports: links.describe('Entries that this one supports.'),
  disputes: links.describe('Entries that this one disputes.'),
  qualifies: links.describe('Entries that this one qualifies.'),
  extends: links.describe('Entries that this one extends.'),
  background: links.describe('Entries that this one draws background from.'),
  supportedBy: links.describe('Entries that support this one.'),
  disputedBy: links.describe('Entries that dispute this one.'),
  qualifiedBy: links.describe('Entries that qualify this one.'),
  extendedBy: links.describe('Entries that extend this one.'),
  informs: links.describe('Entries that draw background from this one.'),
} satisfies Record<RelationField, z.ZodType>

export const inquirySchema = z.object({
  ...shared,
  lede: text.describe('One paragraph that frames the question.'),
  answer: text.describe('One sentence: the state of the answer.'),
  status: z
    .preprocess((value) => (isEmpty(value) ? undefined : value), oneOf(STATUSES).default('open'))
    .describe('How settled the answer is.'),
  topics: topics.default([]).describe('What it is about.'),
  next: listOf(nextInquiry).default([]).describe('Inquiries a reader might go on to.'),
  audit,
  ...relations,
})

export const noteSchema = z.object({
  ...shared,
  claim: text.describe('One paragraph: what the source shows.'),
  inquiries: listOf(evidenceLink)
    .default([])
    .describe('The inquiries it serves; a bare name means that it supports it.'),
  quote: text.describe('Verbatim words of the source, with their page or section.'),
  source: listOf(source).default([]).describe('A citation key, a list of them, or the work itself.'),
  topics: topics.default([]).describe('What it is about.'),
  audit,
  ...relations,
})

export const pageSchema = z.object({
  ...shared,
  description: text.describe('One sentence for search engines and previews.'),
})

export type InquiryData = z.infer<typeof inquirySchema>
export type NoteData = z.infer<typeof noteSchema>
export type PageData = z.infer<typeof pageSchema>
export type InlineSource = z.infer<typeof inlineSource>

/** The schema of each kind's frontmatter. */
export const SCHEMAS = { inquiry: inquirySchema, note: noteSchema, page: pageSchema } as const

/**
 * Other spellings of a field that the field's other tools use. Keys match without case, spaces, `_` or `-`,
 * so only what remains different needs a line.
 */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  topics: ['topic', 'tags', 'tag', 'keywords', 'keyword'],
  aliases: ['alias'],
  lang: ['language', 'locale'],
  created: ['date', 'createdat', 'datecreated'],
  publish: ['public'],
  updated: ['modified', 'updatedat', 'datemodified', 'lastmod', 'lastmodified'],
  source: ['sources', 'citekey', 'citationkey', 'bibtexkey'],
  inquiries: ['inquiry', 'questions', 'question'],
  lede: ['description', 'summary', 'abstract', 'desc'],
  claim: ['description', 'summary', 'abstract', 'desc'],
  description: ['lede', 'summary', 'abstract', 'desc'],
  ...RELATION_SPELLINGS,
}

/** The form in which two spellings of one key are equal. */
export const bareKey = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '')

const spelled = new Map<z.ZodObject, ReadonlyMap<string, string>>()

/** From every accepted spelling of a schema's keys to the key itself. */
export function spellings(schema: z.ZodObject): ReadonlyMap<string, string> {
  let known = spelled.get(schema)
  if (known === undefined) spelled.set(schema, (known = spellingsOf(schema)))
  return known
}

function spellingsOf(schema: z.ZodObject): Map<string, string> {
  const known = new Map<string, string>()
  for (const key of Object.keys(schema.shape)) known.set(bareKey(key), key)
  for (const key of Object.keys(schema.shape))
    for (const other of SPELLINGS[key] ?? []) if (!known.has(other)) known.set(other, key)
  return known
}
