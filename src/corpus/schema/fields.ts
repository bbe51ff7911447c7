/**
 * This file describes the frontmatter of every kind of entry. The description of each field is its user documentation.
 *
 * To add a field: describe it here, give it to the entry in `render/render.ts`, and print it on the page. The compiler
 * and `tests/site/fields.test.ts` lead to both.
 */
import { z } from 'zod'
import type { RelationField } from '../relation-words.ts'
import { ROLES, STATUSES, type StatusName } from '../vocabulary.ts'
import { NOTHING, TEXT, writtenAs } from '../written-as.ts'
import { certainty, reasons } from './certainty.ts'
import { POOLINGS } from './effect-kinds.ts'
import { source } from './inline-source.ts'
import { aliases, names, suppressions, topics, translations } from './names.ts'
import { bareKey, spellings } from './spellings.ts'
import { isEmpty, isMapping, listOf, oneOf, optional, requiredText, text, unwrap } from './text.ts'
import { studyField } from './study.ts'
import { date, flag, language } from './typed.ts'

/** Makes the schema of a mapping that says more of an inquiry. A bare name is one that says no more. */
const nameOr = <T extends z.ZodObject>(mapping: T) =>
  writtenAs(
    z.preprocess((value) => (isMapping(value) ? value : { inquiry: unwrap(value) }), mapping),
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
  translations: translations
    .default([])
    .describe(
      'Entries that say the same in other languages, as names or by their languages: `de: lernen`. One of them naming another is enough. With `languages` in site.yaml, files say it by their names: `learning.de.md`, `de/learning.md`.',
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
export const statusField = (own: readonly StatusName[] = []) => {
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
  certainty: certainty.describe(
    'How certain the evidence makes the answer, as GRADE rates a body of evidence: high, moderate, low or very low. The inquiry then has a page that says what the answer rests on.',
  ),
  reasons: reasons
    .default([])
    .describe(
      'Why it is so certain, by the domains of GRADE, each with a sentence in Markdown: `imprecision: Two of the studies are small.` Or with the levels by which it lowers or raises the certainty, 1 or 2: `imprecision: { levels: 1, because: … }`. Beside the five that lower it there are `large effect`, `dose response` and `opposing confounding`, which raise it.',
    ),
  topics: topics.default([]).describe('What it is about.'),
  pool: optional(oneOf(POOLINGS)).describe(
    'How effects of its notes are put together on the page of findings, where they can be: `fixed` takes all to be estimates of one effect, `random` of effects that differ. Without it they are not.',
  ),
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
  study: studyField(),
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

/** These are the schemas of the frontmatter, by the kind of entry. */
export const SCHEMAS = { inquiry: inquirySchema, note: noteSchema, page: pageSchema, canvas: canvasSchema } as const

/** Tells whether any kind of entry has a field of this name, in any accepted spelling. */
export const isKnownField = (key: string): boolean => {
  const bare = bareKey(key)
  return PRIVACY_FIELDS.has(bare) || Object.values(SCHEMAS).some((schema) => spellings(schema).has(bare))
}

/** These fields are read before any schema is asked; see `frontmatter/privacy.ts`. */
const PRIVACY_FIELDS: ReadonlySet<string> = new Set(['private', 'published', 'visibility'])
