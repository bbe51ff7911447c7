/**
 * What the corpus is made of. Data moves left to right once:
 * Document (text) → Parsed (one file, links unresolved) → Corpus (all files, links resolved) → Entry (what a page prints).
 */
import type { EntryId, FilePath, Point } from '../vocabulary.ts'
import type { RelationField } from '../relation-words.ts'
import type { InquiryData, NoteData, PageData } from '../schema.ts'

import type { Settings } from '../site-config.ts'

/**
 * One heading of a body, as the table of contents and link fragments need it. In what is parsed, its text has marks where the words of
 * a link are still to come (see `hast/slots.ts`); in an entry they are filled in.
 */
export interface Heading {
  readonly depth: number
  readonly id: string
  readonly text: string
}

/** The words around a link: the sentence that holds it, and what stands before and after in the same block. Marks as in headings. */
export interface Context {
  readonly before: string
  readonly sentence: string
  readonly after: string
}

/**
 * What a citation names of a work: the year alone, the authors alone, or both as part of a sentence, `Zhao et al. (2025)`. The last is
 * what `@key` without brackets means where there is such a work; where there is none, it is text.
 */
export const CITED_PARTS = ['year', 'authors', 'sentence'] as const
export type CitedPart = (typeof CITED_PARTS)[number]

/** A link or picture as it was written. It says where it wants to go, not where it goes. */
export interface Link {
  readonly form: 'link' | 'picture' | 'embed' | 'topic' | 'citation'
  /** What was written, decoded, without the fragment: `some-note`, `../notes/a.md`. Empty for a fragment of the same page. */
  readonly target: string
  /** What was written after `#`, decoded. */
  readonly fragment?: string
  /** The relation that an inline field states, as in `Supports:: [[name]]`. */
  readonly relation?: RelationField
  /** Is the target a name to look up (`[[name]]`), or a path from this file (`[words](path.md)`)? */
  readonly by: 'name' | 'path'
  readonly point: Point
  readonly context: Context
  /** Of a citation: what it names of the work; otherwise author and year. */
  readonly cites?: CitedPart
  /** Of a picture: what it shows in words, and the size it was given in pixels. */
  readonly alt?: string
  readonly width?: number
  readonly height?: number
}

/**
 * A hole in a rendered body, filled once the link's outcome is known. `words` stands where the link has no words of its own; `beside`
 * stands before a block of an essay, with the first of its links that may cite a note.
 */
export interface Slot {
  readonly at: 'open' | 'words' | 'close' | 'beside'
  readonly link: number
}

/** A body rendered once per file: finished HTML with slots for what only the whole corpus knows. */
export type Body = readonly (string | Slot)[]

/** A stretch of a file's text, and what stands there instead: a text, or a link of the body with its own words if it has any. */
export type SourceEdit =
  | { readonly start: number; readonly end: number; readonly text: string }
  | { readonly start: number; readonly end: number; readonly link: number; readonly words?: string }

/** A number of an essay that was counted or measured: `63.3%` has the digits `63.3` and the unit `%`. */
export interface Figure {
  readonly written: string
  readonly digits: string
  readonly unit: string
  readonly point: Point
}

/** A paragraph of an essay, wherever it stands, as the audit reads it. */
export interface EssayParagraph {
  readonly point: Point
  /** Its first words; empty where it has none. */
  readonly begins: string
  /** Does it stand by itself, and not in a list, a quotation or a callout? */
  readonly standsAlone: boolean
  /** Does the author mark it as their own words, with a block id that begins with `own`? */
  readonly isOwn: boolean
  /** Indices of the entry's links in it, in its footnotes, and in what it announces with a colon. */
  readonly links: readonly number[]
  /** Its figures, and those of its footnotes. */
  readonly figures: readonly Figure[]
}

interface ParsedFile {
  readonly path: FilePath
  readonly id: EntryId
  /** The file's text, kept to place problems that only the whole corpus can find. */
  readonly text: string
  readonly title: string
  /** The title before its quotes and dashes were set: what links call it by. */
  readonly writtenTitle: string
  readonly body: Body
  readonly headings: readonly Heading[]
  /** Links of the body in reading order; slots point into this list. */
  readonly links: readonly Link[]
  /** Ids of the blocks that are named: `^id`, without the `^`. */
  readonly blocks: readonly string[]
  /** Ids that the writer gave to elements in HTML. */
  readonly anchors: readonly string[]
  /** Topics from the frontmatter and from `#tags` in the text. */
  readonly topics: readonly string[]
  readonly words: number
  readonly hasMaths: boolean
  /** What changes in the text when it is handed on as plain Markdown, by where it begins. */
  readonly edits: readonly SourceEdit[]
}
export interface ParsedInquiry extends ParsedFile {
  readonly kind: 'inquiry'
  readonly data: InquiryData
  readonly paragraphs: readonly EssayParagraph[]
}
export interface ParsedNote extends ParsedFile {
  readonly kind: 'note'
  readonly data: NoteData
}
export interface ParsedPage extends ParsedFile {
  readonly kind: 'page'
  readonly data: PageData
}
/** One file, read and understood on its own. A pure function of its document. */
export type Parsed = ParsedInquiry | ParsedNote | ParsedPage

/** What the frontmatter says of who may see an entry. */
interface Visibility {
  readonly draft?: boolean | undefined
  readonly publish?: boolean | undefined
}

/** Drafts, and what says that it is not to be published; or, where only what is marked is public, all that is not. */
export const isPrivate = ({ data }: { readonly data: Visibility }, { publish }: Pick<Settings, 'publish'>): boolean =>
  data.draft === true || data.publish === false || (publish === 'marked' && data.publish !== true)
export const isNote = (entry: Parsed): entry is ParsedNote => entry.kind === 'note'
export const isInquiry = (entry: Parsed): entry is ParsedInquiry => entry.kind === 'inquiry'
