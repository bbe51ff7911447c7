/**
 * What the corpus is made of. Data moves left to right once:
 * Document (text) → Parsed (one file, links unresolved) → Corpus (all files, links resolved) → Entry (what a page prints).
 */
import type { Csl } from './bibliography/csl.ts'
import type { CitationStyle } from './bibliography/style.ts'
import type { EntryId, FilePath, Place, Problem, Role, SitePath } from './vocabulary.ts'
import type { KeyPath } from './frontmatter/place.ts'
import type { History } from './history/history.ts'
import type { Updates } from './updates.ts'
import type { RelationField } from './relation-words.ts'
import type { InquiryData, NoteData, PageData } from './schema.ts'

export * from './vocabulary.ts'

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
  readonly place: Place
  readonly context: Context
  /** Of a citation: what it names of the work; otherwise author and year. */
  readonly cites?: CitedPart
  /** Of a picture: what it shows in words, and the size it was given in pixels. */
  readonly alt?: string
  readonly width?: number
  readonly height?: number
}

/** Where a link turned out to lead. */
export type Outcome =
  | { readonly type: 'found'; readonly path: FilePath; readonly fragment?: string }
  | { readonly type: 'file'; readonly path: FilePath; readonly fragment?: string }
  | { readonly type: 'missing'; readonly suggestion?: string }
  | { readonly type: 'fragment-missing'; readonly path: FilePath; readonly suggestion?: string }
  | { readonly type: 'ambiguous'; readonly candidates: readonly FilePath[] }
  | { readonly type: 'private' }
  /** A work of the bibliography. */
  | { readonly type: 'source'; readonly key: string }
  /** The page of a topic, by the topic's key. */
  | { readonly type: 'topic'; readonly key: string }
  /** The file is there, but its frontmatter could not be read; that is reported at the file itself. */
  | { readonly type: 'unread' }

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
  readonly place: Place
}

/** A paragraph of an essay, wherever it stands, as the audit reads it. */
export interface Passage {
  readonly place: Place
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
  readonly passages: readonly Passage[]
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

/** A work that notes draw on, from the bibliography or written into a note. */
export interface Source {
  /** Its citation key, or undefined for a source written into one note. */
  readonly key?: string
  /** The work in CSL-JSON, as citation processors read it, without what is not for the public. */
  readonly csl: Csl
  /** The way prose names its authors: `Zhao et al.` */
  readonly authors: string
  /** Author and year: `Zhao et al., 2025`. */
  readonly short: string
  readonly title: string
  readonly year?: number
  /** Its number on arXiv. */
  readonly arxiv?: string
  readonly links: readonly { readonly label: string; readonly href: string }[]
}

/** A work of the bibliography that a public entry draws on or cites. It has a page. */
export interface Work {
  readonly source: Source & { readonly key: string }
  readonly slug: string
  /** Notes that are drawn from it, in the order of their paths. */
  readonly notes: readonly ParsedNote[]
  /** Where bodies cite it, in the order of their paths. */
  readonly citations: readonly { readonly from: Parsed; readonly link: number }[]
}

/** A file that entries show or link to, such as a picture. Pixels, where known, keep a page from shifting as it loads. */
export interface Attachment {
  readonly path: FilePath
  readonly width?: number
  readonly height?: number
}

/** Where a relation is stated: in which file, and there in a field of the frontmatter or at a place of the text. */
export interface Statement {
  readonly in: FilePath
  readonly at: KeyPath | Place
}

/** A note's declared bearing on an inquiry, resolved. */
export interface Service {
  readonly note: ParsedNote
  readonly inquiry: ParsedInquiry
  /** Undefined where the essay cites a note that does not say how it serves the inquiry. */
  readonly role?: Role
  readonly because?: string
  /** Undefined where the role is. */
  readonly stated?: Statement
  /** Index of the essay's first link to the note, or undefined where the essay never cites it. */
  readonly citedAt?: number
}

/** A note's declared bearing on another note, resolved. */
export interface Relation {
  readonly from: ParsedNote
  readonly to: Parsed
  readonly role: Role
}

/** An inquiry's declared next line, resolved. */
export interface Lead {
  readonly from: ParsedInquiry
  readonly to: ParsedInquiry
  readonly because?: string
}

/** A link from one entry's body to another. */
export interface Citation {
  readonly from: Parsed
  readonly to: FilePath
  readonly link: number
}

export interface Topic {
  readonly name: string
  readonly slug: string
  readonly members: readonly Parsed[]
}

/** How the files of a folder are written, as far as folders differ. */
export interface Dialect {
  /** Beginnings of file names that mark an inquiry, such as `QUE - `. */
  readonly inquiryPrefix: readonly string[]
  /** Which comes first in `[[a|b]]`. */
  readonly wikilinks: 'target-first' | 'label-first'
  /** Is the folder laid out as ours, with `inquiries`, `notes` and `pages`? */
  readonly hasOwnLayout: boolean
  /** Language of what does not say which it is in. */
  readonly language: string
  /** `smart`: straight quotes, `--` and `...` are typed for what a typesetter would set. */
  readonly typography: 'smart' | 'off'
}

/** Rules of the audit by their ids, each with the reason why it is silent; undefined where none is given. */
export type Silenced = Readonly<Record<string, string | undefined>>

/** What `site.yaml` says of the whole site. */
export interface Settings {
  readonly title: string
  readonly description: string
  /** Address of the published site, without a slash at its end, or undefined when it is not known yet. */
  readonly url?: string
  /** Path of the site on its host: `/`, or `/garden/`. */
  readonly base: string
  readonly author?: string
  readonly language: string
  readonly licence?: string
  readonly repository?: string
  /** `off`: pages say nothing of what they said before. */
  readonly history: 'on' | 'off'
  /** `strict`: a broken link or a wrong field fails the build. `lenient`: it is reported, and every page is built. */
  readonly mode: 'strict' | 'lenient'
  /** `all`: everything but drafts is public. `marked`: only what says `publish: true` is. */
  readonly publish: 'all' | 'marked'
  readonly inquiryPrefix: readonly string[]
  readonly wikilinks: Dialect['wikilinks']
  readonly typography: Dialect['typography']
  /** The name of a style that needs no file, or the path of a `.csl` file under the content folder. */
  readonly citationStyle: string
  /** The page of the audit: built without a link to it, or with one, or not built, and nothing is audited. */
  readonly audit: 'unlisted' | 'listed' | 'off'
  /** Rules of the audit that are silent on the whole site, each with the reason why. */
  readonly silenced?: Silenced
  readonly navigation?: readonly { readonly label: string; readonly to: string }[]
}

/** All files at once, links resolved, everything derived whole. */
export interface Corpus {
  readonly settings: Settings
  readonly entries: ReadonlyMap<FilePath, Parsed>
  readonly addresses: ReadonlyMap<FilePath, SitePath>
  readonly outcomes: ReadonlyMap<FilePath, readonly Outcome[]>
  readonly attachments: ReadonlyMap<FilePath, Attachment>
  /** Attachments that some public entry uses; no other is published. */
  readonly used: ReadonlySet<FilePath>
  readonly citations: ReadonlyMap<FilePath, readonly Citation[]>
  readonly servicesByInquiry: ReadonlyMap<FilePath, readonly Service[]>
  readonly servicesByNote: ReadonlyMap<FilePath, readonly Service[]>
  readonly relationsFrom: ReadonlyMap<FilePath, readonly Relation[]>
  readonly relationsTo: ReadonlyMap<FilePath, readonly Relation[]>
  readonly leadsFrom: ReadonlyMap<FilePath, readonly Lead[]>
  readonly leadsTo: ReadonlyMap<FilePath, readonly Lead[]>
  readonly sourceOf: ReadonlyMap<FilePath, readonly Source[]>
  /** Works that have a page, by their keys as `citeKey` gives them, in the order of those. */
  readonly works: ReadonlyMap<string, Work>
  readonly style: CitationStyle
  readonly topics: ReadonlyMap<string, Topic>
  /** What became of works since they appeared. */
  readonly updates: Updates
  /** When answers changed, as far as git was asked. */
  readonly history: History
  /** What is wrong between files; what is wrong within one came with parsing it. */
  readonly problems: readonly Problem[]
}
