/** What pages print. An entry holds every fact its page shows, facts about other entries included, and nothing else. */
import type { Context, Heading } from './parsed.ts'
import type { Change, Revision } from './history.ts'
import type { FilePath, Kind, Role, SitePath, Status } from '../vocabulary.ts'
import type { Update } from './updates.ts'
import type { RelationField } from '../relation-words.ts'
import type { InquiryData, NoteData, PageData } from '../schema.ts'

/** A link to an entry, ready to print. `href` begins with the site's base. */
export interface Ref {
  readonly kind: Kind
  readonly title: string
  readonly href: string
  /** Of what it leads to, where that is not in the site's language. */
  readonly lang?: string
}

export interface TopicRef {
  readonly name: string
  readonly href: string
}

/** How many notes bear on an inquiry in each role. Roles that none has are left out. */
export type Balance = Readonly<Partial<Record<Role, number>>>

/** A work as a page shows it. */
export interface Reference {
  readonly key?: string
  readonly short: string
  readonly title: string
  readonly year?: number
  /** The reference in the style of the site. */
  readonly html: string
  /** For reference managers: meta elements, and COinS. */
  readonly meta: readonly Meta[]
  readonly coins: string
  /** What became of it since it appeared. */
  readonly update?: Update
  readonly links: readonly { readonly label: string; readonly href: string }[]
  /** Its page on the site. A work written into a note has none. */
  readonly href?: string
}

/** The works that a text cites, in the order in which its page lists them. */
export interface CitedWorks {
  /** Do citations in the text show the numbers of these? */
  readonly numbered: boolean
  readonly references: readonly Reference[]
}

/** A work that a note beside an inquiry is drawn from: all but what reference managers read. */
export type CitedSource = Omit<Reference, 'meta' | 'coins'>

/** A note beside the inquiry it bears on. */
export interface Evidence {
  readonly note: Ref
  readonly claim?: string
  readonly role?: Role
  readonly because?: string
  readonly sources: readonly CitedSource[]
  /** Where the essay first cites it, as a fragment of the same page. */
  readonly citedAt?: string
}

/** The evidence that stands beside one block of an essay. */
export interface MarginNotes {
  /** Where the block begins in the essay's HTML, in UTF-16 units. */
  readonly at: number
  /** Places in the list of the evidence, in the order in which the block cites it; never empty. */
  readonly evidence: readonly number[]
}

/** An inquiry beside a note that bears on it. */
export interface Served {
  readonly inquiry: Ref
  readonly status: Status
  readonly role?: Role
  readonly because?: string
}

/** An inquiry to go on to. */
export interface NextLine {
  readonly inquiry: Ref
  readonly because?: string
  readonly answer?: string
}

/** A relation to another note, seen from either end. */
export interface Related {
  readonly role: Role
  readonly note: Ref
}

/** Another entry that links here, with the sentence around each of its links. */
export interface Backlink {
  readonly from: Ref
  readonly role?: Role
  readonly mentions: readonly { readonly href: string; readonly context: Context }[]
}

/** A change of an answer as a page shows it. */
export interface AnswerChange extends Omit<Change, 'evidence'> {
  /** Where the commit can be seen. */
  readonly href?: string
  readonly evidence: readonly { readonly note: Ref; readonly from?: Role; readonly to?: Role }[]
}

export interface PinnedTo extends Revision {
  /** The file as it is at that commit. */
  readonly href?: string
}

/** Fields that pages do not print as they were written: another part of an entry is made of them, or no page shows them. */
type ReadBefore =
  | ('title' | 'aliases' | 'status' | 'topics' | 'inquiries' | 'source' | 'next')
  | ('draft' | 'publish' | 'audit')
  | RelationField

type SharedField = keyof InquiryData & keyof NoteData & keyof PageData

/**
 * The fields of a schema that a page prints as they were written. A field that is added to a schema is one of them, and
 * `render.ts` does not compile until it is given there: none of them may be left out, even if it is undefined.
 */
type Printed<Data, Field extends keyof Data> = {
  readonly [K in Exclude<Field, ReadBefore>]: Exclude<Data[K], undefined> | undefined
}
export type PrintedOfAll = Printed<PageData, SharedField>
export type PrintedOf<Data> = Printed<Data, Exclude<keyof Data, SharedField>>

/** The same, as an entry holds them: a field that is not given is absent. */
type Given<Fields> = { readonly [K in keyof Fields]?: Exclude<Fields[K], undefined> }

interface Shared extends Given<PrintedOfAll> {
  readonly path: FilePath
  readonly address: SitePath
  readonly href: string
  readonly title: string
  /** Other names, by which it can be searched; never empty. */
  readonly aliases?: readonly string[]
  readonly html: string
  readonly headings: readonly Heading[]
  readonly words: number
  readonly hasMaths: boolean
  readonly cited: CitedWorks
  readonly revision?: PinnedTo
  /** As a BCP 47 tag, where it is not the site's language. */
  readonly lang?: string
}

export interface InquiryEntry extends Shared, Given<PrintedOf<InquiryData>> {
  readonly kind: 'inquiry'
  readonly status: Status
  readonly topics: readonly TopicRef[]
  readonly evidence: readonly Evidence[]
  /** In the order of the essay, whose HTML is without it. */
  readonly beside: readonly MarginNotes[]
  readonly balance: Balance
  readonly next: readonly NextLine[]
  /** Inquiries whose next line is this one. */
  readonly leadHere: readonly NextLine[]
  readonly backlinks: readonly Backlink[]
  /** Newest first. */
  readonly history: readonly AnswerChange[]
  /** The day before which git was not told anything, in a clone that is cut off. */
  readonly historySince?: string
}

export interface NoteEntry extends Shared, Given<PrintedOf<NoteData>> {
  readonly kind: 'note'
  readonly topics: readonly TopicRef[]
  readonly references: readonly Reference[]
  readonly serves: readonly Served[]
  readonly relates: readonly Related[]
  readonly relatedBy: readonly Related[]
  readonly backlinks: readonly Backlink[]
}

export interface PageEntry extends Shared, Given<PrintedOf<PageData>> {
  readonly kind: 'page'
  readonly backlinks: readonly Backlink[]
}

export type Entry = InquiryEntry | NoteEntry | PageEntry

/** Name and content of a meta element. */
export type Meta = readonly [name: string, content: string]
