/**
 * This file describes the frontmatter of every kind of entry. The description of each field is its user documentation.
 *
 * Values arrive as text. YAML is read without guessing types, so that `title: 1917` and `title: 2022-12-30` stay what
 * was written. To add a field: describe it here, give it to the entry in `render/render.ts`, and
 * print it on the page. The compiler and `tests/site/fields.test.ts` lead to both.
 */
import { z } from 'zod'
import { ROLES, STATUSES, type Kind, type StatusName } from './vocabulary.ts'
import { readDate } from './dates.ts'
import { languageTag } from './language.ts'
import { RELATION_SPELLINGS, type RelationField } from './relation-words.ts'
import { didYouMean, nearest } from './suggest.ts'
import { anyCase, DATE, NOTHING, TEXT, writtenAs, type JsonSchema } from './written-as.ts'

const EMPTY = new Set(['', '~', 'null', 'Null', 'NULL'])
/** Tells whether a value is empty. Empty values, and empty items of a list, count as not written. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && EMPTY.has(value.trim()))

/** Gives back what was written for `[[x]]` without quotes, which YAML reads as a list in a list. */
function unwrap(value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 1) return value
  const [inner] = value as unknown[]
  return Array.isArray(inner) && inner.every((part) => typeof part === 'string') ? `[[${inner.join(', ')}]]` : value
}

/** Names a value in an error message. */
export const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : typeof value === 'object' && value !== null ? 'a mapping' : `"${String(value)}"`

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

const names = listOf(requiredText('Write a name.'))

/**
 * This schema accepts topics. They may also be written on one line, with commas. Obsidian's users write a `#` before a
 * topic, and Logseq's users write `[[topic]]`.
 */
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

/** This schema accepts other names. They may also be written on one line, with commas, as Obsidian reads them. */
const aliases = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/,(?![^[\]]*\]\])/) : value),
  names.transform((list) => list.map((name) => name.trim()).filter((name) => name !== '')),
)

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
const date = writtenAs(
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

/** This schema accepts a year. */
const year = writtenAs(
  z.preprocess(
    (value) => (isEmpty(value) ? undefined : Number(value)),
    z.int({ error: () => 'must be a year like 2025.' }).optional(),
  ),
  () => ({ anyOf: [{ type: 'integer' }, { type: 'string', pattern: '\\d' }, NOTHING] }),
)

/** Makes the schema of a mapping that says more of an inquiry. A bare name is one that says no more. */
const nameOr = <T extends z.ZodObject>(mapping: T) =>
  writtenAs(
    z.preprocess(
      (value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { inquiry: unwrap(value) },
      mapping,
    ),
    (convert) => ({ anyOf: [TEXT, convert(mapping)] }),
  )

/** This schema accepts an inquiry that a note bears on. A bare name says nothing of how it does. */
const evidenceLink = nameOr(
  z.object({
    inquiry: requiredText('Name the inquiry this note serves, by its file name.').describe(
      'The inquiry, by its file name.',
    ),
    role: optional(oneOf(ROLES)).describe(
      'How the note bears on it. Without a role it bears on it, and no more is said.',
    ),
    because: text.describe('One line that says how, in Markdown.'),
  }),
)

/** This schema accepts an inquiry to go on to. A bare name is enough. */
const nextInquiry = nameOr(
  z.object({
    inquiry: requiredText('Name the inquiry to go on to, by its file name.').describe('The inquiry, by its file name.'),
    because: text.describe('One line that says why one would go on there, in Markdown.'),
  }),
)

/** An `InlineAuthor` is an author of a work that is written into a note: a name, or its parts, as CSL calls them. */
export type InlineAuthor =
  string | { readonly literal: string } | { readonly family: string; readonly given?: string; readonly suffix?: string }

const PARTS_OF_NAMES = ['name', 'literal', 'family', 'given', 'suffix']

/** An author as it is written. Values of the parts that are no texts are not read. */
const writtenAuthor = (): JsonSchema => ({
  anyOf: [
    { type: ['string', 'number', 'boolean', 'null'] },
    {
      type: 'object',
      properties: {
        family: { description: 'The family name.' },
        given: { description: 'The given names.' },
        suffix: { description: 'What comes after the name, such as Jr.' },
        literal: { description: 'The whole name of an institution.' },
      },
      anyOf: ['family', 'literal', 'name'].map((part) => ({ required: [part] })),
    },
  ],
})

/** This schema accepts an author: a name, or a mapping where it cannot be told which part of a name is the family. */
const author = writtenAs(
  z.unknown().transform((value, context): InlineAuthor => {
    if (typeof value === 'string') return value.trim()
    const parts = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
    const {
      name,
      literal = name,
      family,
      given,
      suffix,
    } = Object.fromEntries(
      parts.filter(([part, written]) => PARTS_OF_NAMES.includes(part) && typeof written === 'string'),
    ) as Record<string, string | undefined>
    if (literal !== undefined) return { literal }
    if (family !== undefined)
      return { family, ...(given !== undefined && { given }), ...(suffix !== undefined && { suffix }) }
    const message = `must be a name, { literal: … } or { family: …, given: … }, and it is ${kindOf(value)}.`
    context.issues.push({ code: 'custom', message, input: value })
    return z.NEVER
  }),
  writtenAuthor,
)

/** This schema accepts a work that is written into a note. */
export const inlineSourceSchema = z.object({
  title: requiredText('Give the title of the work.').describe('Title of the work.'),
  authors: listOf(author).describe(
    'Authors, each as `Given Family` or `Family, Given`. `{ literal: Meta AI }` is the whole name of an institution.',
  ),
  year: year.describe('Year it appeared.'),
  url: text.describe('Where to read it.'),
  doi: text.describe('Its DOI, with or without `https://doi.org/`.'),
})

/** This schema accepts a citation key or the work itself. */
const source = writtenAs(
  z.unknown().transform((value, context): string | InlineSource => {
    if (typeof value === 'string') return value.trim()
    const work = inlineSourceSchema.safeParse(value)
    if (work.success) return work.data
    context.issues.push(...(work.error.issues as typeof context.issues))
    return z.NEVER
  }),
  (convert) => ({ anyOf: [TEXT, convert(inlineSourceSchema)] }),
)

/**
 * This schema accepts suppressions: rules of the audit by their ids, each with the reason why it is silent. It gives
 * them as a list of pairs, because zod leaves the key `__proto__` out of a record without a word.
 */
export const suppressions = optional(
  writtenAs(
    z.unknown().transform((value, context) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        const message = `must list rules of the audit, each with the reason why it is silent, and it is ${kindOf(value)}.`
        context.issues.push({ code: 'custom', message, input: value })
        return z.NEVER
      }
      return Object.entries(value).map(([rule, written]) => {
        const reason = text.safeParse(written)
        for (const { message } of reason.error?.issues ?? [])
          context.issues.push({ code: 'custom', message, input: written, path: [rule] })
        return [rule, reason.data] as const
      })
    }),
    () => ({ type: 'object', additionalProperties: TEXT }),
  ),
)

const audit = suppressions.describe(
  'Rules of the audit that are silent on this entry, each with the reason why: `one-sided: Nobody has argued otherwise.`',
)

/** These are the fields that every kind of entry has. */
const shared = {
  title: text.describe(
    'The title. Without it the first heading of the first level stands in, and without that the file name.',
  ),
  aliases: aliases
    .default([])
    .describe('Other names the entry answers to in links, as a list, or on one line with commas.'),
  permalink: text.describe(
    'An address at which readers know it: `/2019/old-name/`. A page there leads to the page of the entry.',
  ),
  redirectFrom: names
    .default([])
    .describe('More such addresses. Aliases that are written as paths are such addresses too: `/old-name/`.'),
  lang: language.describe(
    'The language it is written in, as a BCP 47 tag, where it is not that of the site: de, ar, zh-Hant.',
  ),
  created: date.describe(
    'The day it was written, as 2026-11-23. A month or a year stays one. Other clear forms are read: March 5, 2021. Beside it, `date` counts, because programs write `created` into files by themselves.',
  ),
  updated: date.describe('The day it last changed in substance, in the same forms.'),
  draft: flag.describe(
    'True keeps the entry, and everything in it, off the site. So do `private: true`, and `status` or `visibility` with one of draft, private and unpublished.',
  ),
  publish: flag.describe(
    'False does the same as `draft: true`. Where `site.yaml` publishes only what says so, true makes it public. It may be spelled `public` or `published`; a date in `published` says nothing of this.',
  ),
}

const links = names.default([])

/**
 * These fields state relations to other entries. `relation-words.ts` says what each of them states, and which other
 * words there are for it.
 */
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

/** Makes the schema of a status, which is one of the engine's or of others that a site declares. */
const statusField = (own: readonly StatusName[] = []) => {
  const status = oneOf([...STATUSES, ...own] as [StatusName, ...StatusName[]])
  return writtenAs(
    z.preprocess((value) => (isEmpty(value) ? undefined : value), status.default('open')),
    (convert) => ({ anyOf: [convert(status), NOTHING] }),
  ).describe('How settled the answer is.')
}

/** This schema describes the frontmatter of an inquiry. */
export const inquirySchema = z.object({
  ...shared,
  lede: text.describe('One paragraph that frames the question, in Markdown.'),
  answer: text.describe('One sentence: the state of the answer, in Markdown.'),
  status: statusField(),
  topics: topics.default([]).describe('What it is about.'),
  next: listOf(nextInquiry).default([]).describe('Inquiries a reader might go on to.'),
  audit,
  ...relations,
})

/** This schema describes the frontmatter of a note. */
export const noteSchema = z.object({
  ...shared,
  claim: text.describe('One paragraph: what the source shows, in Markdown.'),
  inquiries: listOf(evidenceLink)
    .default([])
    .describe('The inquiries it serves, each with its role; a bare name says that it bears on it, and not how.'),
  quote: text.describe('Verbatim words of the source, with their page or section.'),
  source: listOf(source)
    .default([])
    .describe(
      'A citation key, a list of them, or the work itself. Beside one key that the bibliography lacks, `authors`, `year`, `doi`, `url` and `source title` describe the work.',
    ),
  topics: topics.default([]).describe('What it is about.'),
  audit,
  ...relations,
})

/** This schema describes the frontmatter of any other page. */
export const pageSchema = z.object({
  ...shared,
  description: text.describe('One sentence for search engines and previews.'),
})

/** This schema describes what a canvas says of itself, where a plugin of Obsidian keeps fields in it. */
export const canvasSchema = z.object({
  ...shared,
  description: text.describe('One sentence for search engines and previews.'),
})

/** `InquiryData` is the frontmatter of an inquiry, once it is read. */
export type InquiryData = z.infer<typeof inquirySchema>
/** `NoteData` is the frontmatter of a note, once it is read. */
export type NoteData = z.infer<typeof noteSchema>
/** `PageData` is the frontmatter of any other page, once it is read. */
export type PageData = z.infer<typeof pageSchema>
/** `CanvasData` is what a canvas says of itself, once it is read. */
export type CanvasData = z.infer<typeof canvasSchema>
/** An `InlineSource` is a work that is written into a note. */
export type InlineSource = z.infer<typeof inlineSourceSchema>

/** These are the schemas of the frontmatter, by the kind of entry. */
export const SCHEMAS = { inquiry: inquirySchema, note: noteSchema, page: pageSchema, canvas: canvasSchema } as const

/** Keeps the schema of an inquiry for each list of statuses, because every file asks for it. */
const inquirySchemas = new Map<string, typeof inquirySchema>()

/**
 * Gives the schema of the frontmatter of a kind.
 *
 * @param statuses The statuses that the site declares.
 */
export function schemaFor(kind: Kind, statuses: readonly StatusName[] = []): (typeof SCHEMAS)[Kind] {
  if (kind !== 'inquiry' || statuses.length === 0) return SCHEMAS[kind]
  const key = statuses.join('\n')
  const schema = inquirySchemas.get(key) ?? inquirySchema.extend({ status: statusField(statuses) })
  inquirySchemas.set(key, schema)
  return schema
}

/**
 * These are the names that other tools of the field give to our fields. Keys match without case, spaces, `_` or `-`, so
 * only what is still different is listed here.
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

/**
 * Gives the form of a key in which all its spellings are equal.
 *
 * @example
 * bareKey('Updated-At') // 'updatedat'
 */
export const bareKey = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '')

/** Keeps the spellings of each schema, because every file asks for them. */
const spelled = new Map<z.ZodObject, ReadonlyMap<string, string>>()

/**
 * Gives a map from every accepted spelling of a schema's keys to the key itself. The spellings are in the form that
 * `bareKey` gives.
 */
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

/** Tells whether any kind of entry has a field of this name, in any accepted spelling. */
export const isKnownField = (key: string): boolean => {
  const bare = bareKey(key)
  return PRIVACY_FIELDS.has(bare) || Object.values(SCHEMAS).some((schema) => spellings(schema).has(bare))
}

/** These fields are read before any schema is asked; see `frontmatter/privacy.ts`. */
const PRIVACY_FIELDS: ReadonlySet<string> = new Set(['private', 'published', 'visibility'])
