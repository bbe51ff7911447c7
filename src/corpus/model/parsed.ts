/**
 * This file describes `Parsed`: what can be known of one file by itself. Data moves from left to right once: Document
 * (text) → Parsed (one file, links unresolved) → Corpus (all files, links resolved) → Entry (what a page prints).
 */
import type { EntryId, FilePath, Point } from '../vocabulary.ts'
import type { BesideSource } from '../frontmatter/beside-source.ts'
import type { KeyPath } from '../frontmatter/position.ts'
import type { RelationField, StatedRelation } from '../relation-words.ts'
import type { CanvasData, InquiryData, NoteData, PageData } from '../schema/fields.ts'
import type { CanvasLayout } from './canvas-layout.ts'
import type { Figure } from './figure.ts'

import type { OwnValue, Settings } from '../site-config.ts'

/**
 * A `Heading` is one heading of a body, as the table of contents and link fragments need it. In `Parsed` its text holds
 * marks where the words of a link are still unknown (see `hast/slots.ts`). In an entry they are filled in.
 */
export interface Heading {
  /** This is the level of the heading, from 1 to 6. */
  readonly depth: number
  readonly id: string
  readonly text: string
  /**
   * This is the heading as it was written, with its markup, in the form that `headingName` gives. It is undefined where
   * that follows from the text, and in entries.
   */
  readonly name?: string
}

/**
 * A `Context` is the text around a link: the sentence that holds the link, and what comes before and after that
 * sentence in the same block. In `Parsed` it holds marks, as headings do.
 */
export interface Context {
  readonly before: string
  readonly sentence: string
  readonly after: string
}

/**
 * These are the ways in which a citation may name a work besides the usual one: without its authors (`year`), or as a
 * part of a sentence, as in `Lee (2025)`. An `@key` with brackets after it asks for `narrative`. One without brackets
 * asks for `sentence` where there is such a work, and `-@key` for `suppressed`, which is the year in brackets. Where
 * there is none, either is plain text. Where citations are footnotes, the text has only the `authors`.
 */
export const CITED_PARTS = ['year', 'narrative', 'sentence', 'suppressed', 'authors'] as const
/** A `CitedPart` is one of these ways. */
export type CitedPart = (typeof CITED_PARTS)[number]

/**
 * A `Link` is a link or a picture as it was written. It says which target the writer named. Where that leads is only
 * known when all files are, and is then a `LinkResolution`.
 */
export interface Link {
  /** A `card` is a file that a canvas shows: its title and what it says in short. */
  readonly form: 'link' | 'picture' | 'embed' | 'topic' | 'citation' | 'card'
  /**
   * This is what was written before the `#`, decoded: `some-note`, `../notes/a.md`. It is empty for a fragment of the
   * same page.
   */
  readonly target: string
  /** This is what was written after the `#`, decoded. */
  readonly fragment?: string
  /** This is the relation that an inline field states, as in `Supports:: [[name]]`. */
  readonly relation?: RelationField
  /** This is the relation beside the roles that an inline field states, as in `Uses:: [[name]]`. */
  readonly states?: StatedRelation
  /** Says whether the target is a name to look up (`[[name]]`) or a path from this file (`[words](path.md)`). */
  readonly by: 'name' | 'path'
  /** This is the point in the file at which the link begins. */
  readonly point: Point
  readonly context: Context
  /** For a citation, this is the way in which it names the work. It is undefined for the usual one. */
  readonly cites?: CitedPart
  /** For a citation, this says with which others it is cited, and in which words. */
  readonly cite?: CitePosition
  /** For what is written as a picture, whatever kind of file it is, this is the text that describes it. */
  readonly alt?: string
  /** This is the title of a link or a picture: the words in quotes after its address. */
  readonly title?: string
  /** For a block of code that is a base, this is its text. Its first line is the one after that of the link. */
  readonly base?: string
  /** For a picture, this is true where it has a paragraph to itself, so that its title is a caption. */
  readonly isFigure?: true
  /** For a picture, this is the width in pixels that the writer asked for. */
  readonly width?: number
  /** For a picture, this is the height in pixels that the writer asked for. */
  readonly height?: number
}

/**
 * A `CitePosition` says where a work is cited. Works that are cited together have the same `first`. The words around
 * the work hold marks, as headings do.
 */
export interface CitePosition {
  /** This is the index of the first link of those that are cited together. */
  readonly first: number
  readonly prefix: string
  /** These words begin with the locator, if there is one. */
  readonly suffix: string
  /** This is the number of the footnote in which the citation stands. */
  readonly note?: number
  /** This is true where the footnote is nothing but the citation. */
  readonly isWholeNote?: true
  /** This is true within the words of a link, which must not hold another link. */
  readonly isInLink?: true
}

/**
 * A `Slot` is a gap in a rendered body. It is filled once the link's resolution is known. `open` and `close` stand at
 * the ends of a link's words. `words` stands where a link has no words of its own, and in place of a whole picture or
 * embed. The works that are cited together have one `words` for all of them, with the link of the first. Where words
 * around a work hold more than text, they follow it between `prefix` or `suffix` and `affixed`. A card is at `open`, and
 * its name at `words`. `drawing`
 * and `drawn` stand before and after the code of a diagram. `margin` and `margined` stand before and after a block of an
 * essay whose links may cite notes, and name the first of those links.
 */
export interface Slot {
  readonly at:
    'open' | 'words' | 'close' | 'prefix' | 'suffix' | 'affixed' | 'margin' | 'margined' | 'drawing' | 'drawn'
  /** This is the index of the link in the `links` of its file, or that of the diagram in its `diagrams`. */
  readonly link: number
}

/**
 * A `Body` is a body that is rendered once per file: finished HTML, with slots where the rest of the corpus has to be
 * known.
 */
export type Body = readonly (string | Slot)[]

/**
 * A `SourceEdit` is a part of a file's text that changes when the text is handed on as plain Markdown. It is replaced
 * by a text, or by a link to an entry. `start` and `end` are offsets in UTF-16 code units. `link` is an index in
 * `links`, and `words` are the words of that link, if it has any of its own.
 */
export type SourceEdit =
  | { readonly start: number; readonly end: number; readonly text: string }
  | { readonly start: number; readonly end: number; readonly link: number; readonly words?: string }

/** A `Diagram` is a block of code from which Mermaid can draw. */
export interface Diagram {
  readonly code: string
  /** This is the line of the file at which the block begins. */
  readonly line: number
}

/**
 * An `EssayParagraph` is a paragraph of an essay as the audit reads it. It may be in a list, a quotation or a callout,
 * and each row of a table counts as one.
 */
export interface EssayParagraph {
  /** This is the point in the file at which the paragraph begins. */
  readonly point: Point
  /** This is the beginning of the paragraph's text. It is empty where the paragraph has no words. */
  readonly begins: string
  /** This is true where the paragraph is not part of a list, a quotation or a callout. */
  readonly standsAlone: boolean
  /** This is true where the author marks the paragraph as their own words, with a block id that begins with `own`. */
  readonly isOwn: boolean
  /**
   * These are indices of the links that belong to the paragraph: those in it, in its footnotes, and in the list,
   * quotation or table that it announces with a colon.
   */
  readonly links: readonly number[]
  /**
   * This is true where the paragraph states what a reader would ask the evidence of. It is undefined where the paragraph
   * has links, because it is seldom asked then.
   */
  readonly asserts?: boolean
  /** This is true where the paragraph names a work by its DOI or another address that works have. */
  readonly namesWork: boolean
  /** These are the figures of the paragraph, and those of the footnotes that no earlier paragraph refers to. */
  readonly figures: readonly Figure[]
  /** These are the passages between quotation marks that are long enough to be compared with a source. */
  readonly quotations: readonly EssayPassage[]
  /** These are the sentences that leave no room for doubt. */
  readonly certainties: readonly EssayPassage[]
}

/** An `EssayPassage` is a part of a paragraph with the point in the file at which it begins. */
export interface EssayPassage {
  readonly text: string
  readonly point: Point
}

/** A `StatedInField` is a relation to an entry that a field of the frontmatter names. */
export interface StatedInField {
  readonly relation: StatedRelation
  /** This is the name of the entry as it is written. */
  readonly to: string
  readonly at: KeyPath
}

/** These fields are known of a file of any kind. */
interface ParsedFile {
  readonly path: FilePath
  readonly id: EntryId
  /**
   * This is the whole text of the file. It is kept so that problems which only the corpus can find can be given a
   * position.
   */
  readonly text: string
  /** This is the title with its quotes and dashes set as the language has them. */
  readonly title: string
  /** This is the title before its quotes and dashes were set. Links may name the entry by it. */
  readonly writtenTitle: string
  readonly body: Body
  /**
   * These are the fields of the frontmatter that hold Markdown, each with its words. A field is known by its text, as
   * `data` has it.
   */
  readonly fields: readonly { readonly text: string; readonly body: Body }[]
  readonly headings: readonly Heading[]
  /** This is the name of the heading that became the title, where that does not follow from the title. */
  readonly titleHeading?: string
  /**
   * These are the names in the title that links without words of their own gave it, and the title without them. They
   * must not be shown where a name turns out to be that of a private entry.
   */
  readonly titleNames?: { readonly names: readonly string[]; readonly without: string }
  /** These are the links of the body, in reading order. The slots of the body refer to them by index. */
  readonly links: readonly Link[]
  /** These are the names of the blocks that have one. They are written as `^name`, and are here without the `^`. */
  readonly blocks: readonly string[]
  /** These are the texts of the blocks that have an id of Logseq's. They hold marks, as headings do. */
  readonly blockTexts?: Readonly<Record<string, string>>
  /** These are the ids that the writer gave to elements in HTML. */
  readonly anchors: readonly string[]
  /** These are the topics from the frontmatter and from `#tags` in the text. */
  readonly topics: readonly string[]
  /** This is the number of words of the body. */
  readonly words: number
  readonly hasMaths: boolean
  /** These are the diagrams of the body. It is undefined where there are none. */
  readonly diagrams?: readonly Diagram[]
  /** These are the fields of the frontmatter that nothing reads, as they are written. */
  readonly unread: readonly string[]
  /** These are the values of fields that the owner of the site declares. It is undefined where there are none. */
  readonly own?: readonly OwnValue[]
  /** These are the relations beside those of the schema that fields of the frontmatter state. */
  readonly stated: readonly StatedInField[]
  /** This is true where the file is the node of a work in a discourse graph. */
  readonly isSource?: true
  /** These are the ids by which the relations of a discourse graph name the file. */
  readonly nodeIds?: readonly string[]
  /** These are the ids by which links of Zettlr name the file. */
  readonly zettelIds?: readonly string[]
  /** These are the edits that turn the text into plain Markdown, in the order of the text. */
  readonly edits: readonly SourceEdit[]
}
/** A `ParsedInquiry` is a file that asks a question. */
export interface ParsedInquiry extends ParsedFile {
  readonly kind: 'inquiry'
  readonly data: InquiryData
  readonly paragraphs: readonly EssayParagraph[]
}
/** A `ParsedNote` is a file that states one claim drawn from a source. */
export interface ParsedNote extends ParsedFile {
  readonly kind: 'note'
  readonly data: NoteData
  /** This is what fields of the note say of the one work that it names. */
  readonly beside?: BesideSource
}
/** A `ParsedPage` is any other file, such as the one about the site. */
export interface ParsedPage extends ParsedFile {
  readonly kind: 'page'
  readonly data: PageData
}
/** A `ParsedCanvas` is a canvas: texts, files and addresses on a plane, with lines between them. */
export interface ParsedCanvas extends ParsedFile {
  readonly kind: 'canvas'
  readonly data: CanvasData
  /** This is undefined where the canvas cannot be drawn. Its nodes are then only listed. */
  readonly layout?: CanvasLayout
  /** This is the number of nodes that are not groups. */
  readonly nodeCount: number
}
/** A `Parsed` is one file as it is understood by itself. It depends on nothing but its document and the dialect. */
export type Parsed = ParsedInquiry | ParsedNote | ParsedPage | ParsedCanvas

/** These fields of the frontmatter say who may see an entry. */
interface Visibility {
  readonly draft?: boolean | undefined
  readonly publish?: boolean | undefined
}

/**
 * Tells whether an entry stays off the site. It does where it is a draft or says `publish: false`. Where the site
 * publishes only what is marked (`publish: marked`), it does unless it says `publish: true`.
 */
export const isPrivate = ({ data }: { readonly data: Visibility }, { publish }: Pick<Settings, 'publish'>): boolean =>
  data.draft === true || data.publish === false || (publish === 'marked' && data.publish !== true)

/** These are the place and the words around a link that stands for a name alone. */
export const UNPLACED: Pick<Link, 'point' | 'context'> = {
  point: { line: 1, column: 1 },
  context: { before: '', sentence: '', after: '' },
}

/** Tells whether an entry is a note. */
export const isNote = (entry: Parsed): entry is ParsedNote => entry.kind === 'note'
/** Tells whether an entry is an inquiry. */
export const isInquiry = (entry: Parsed): entry is ParsedInquiry => entry.kind === 'inquiry'
/** Tells whether an entry is a canvas. */
export const isCanvasEntry = (entry: Parsed): entry is ParsedCanvas => entry.kind === 'canvas'
