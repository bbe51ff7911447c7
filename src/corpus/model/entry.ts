/**
 * This file describes what pages print. An `Entry` holds every fact that its page shows, facts about other entries
 * included, so a page needs nothing but its own entry and the settings of the site.
 */
import type { Context, Heading } from './parsed.ts'
import type { Change, Revision } from './history.ts'
import type { Certainty, Domain, FilePath, Role, SitePath, Stance, StatusName } from '../vocabulary.ts'
import type { DeadLink, WorkUpdate, WorkVersion } from './updates.ts'
import type { RelationField } from '../relation-words.ts'
import type { CanvasData, InquiryData, NoteData, PageData } from '../schema/fields.ts'
import type { Ref } from './ref.ts'
import type { Passage } from './passage.ts'
import type { Study } from './study.ts'
import type { OwnValue } from '../site-config.ts'
import type { CanvasLayout } from './canvas-layout.ts'

export type { Ref }

/** A `Translation` is the same entry in another language. */
export interface Translation {
  /** This is its language, as a BCP 47 tag. */
  readonly lang: string
  /** The address begins with the site's base. */
  readonly href: string
}

/** A `TopicRef` is a link to the page of a topic that is ready to print. */
export interface TopicRef {
  readonly name: string
  /** The address begins with the site's base. */
  readonly href: string
}

/**
 * A `Balance` says how many notes bear on an inquiry in each role, and how many name it without a role (`none`). Roles
 * that no note has are left out. Notes that rest on a retracted work have a balance of their own.
 */
export type Balance = Readonly<Partial<Record<Stance, number>>>

/** A `Reference` is a work as a page shows it. */
export interface Reference {
  /** This is the citation key. It is undefined for a work that was written into a note. */
  readonly key?: string
  /** This is author and year, as in `Zhao et al., 2025`. */
  readonly short: string
  readonly title: string
  readonly year?: number
  /** This is the reference as HTML, written in the citation style of the site. */
  readonly html: string
  /** These are the meta elements from which reference managers read the work. */
  readonly meta: readonly Meta[]
  /** This describes the work to them as well. It is a COinS string, which goes into the `title` of a `span`. */
  readonly coins: string
  /** This describes the work as linked data (JSON-LD), on pages that are about it: its own, and those of its notes. */
  readonly linkedData?: Readonly<Record<string, unknown>>
  /**
   * Says how the work stands now: whether it was retracted or corrected after it appeared. It is undefined where nothing
   * happened.
   */
  readonly update?: WorkUpdate
  /** These are its other updates, oldest first. The list is never empty. */
  readonly otherUpdates?: readonly WorkUpdate[]
  /** These are other versions of the work, such as the article as which a preprint was published. */
  readonly versions?: readonly (WorkVersion & { readonly href: string })[]
  /** These are addresses at which the work can be read, such as its DOI or its PDF, and which of them are dead. */
  readonly links: readonly { readonly label: string; readonly href: string; readonly dead?: DeadLink }[]
  /** This is the page of the work on the site. A key that the bibliography does not have leads to none. */
  readonly href?: string
}

/** `CitedWorks` are the works that a page rests on, in the order in which it lists them. */
export interface CitedWorks {
  /** This is true where citations in the text show the numbers of these references. */
  readonly numbered: boolean
  readonly references: readonly (CitedSource & Partial<Reference>)[]
}

/**
 * A `CitedSource` is a work that a note is drawn from, as the page of an inquiry shows it. It lacks what reference
 * managers read, because that page is not about the work.
 */
export type CitedSource = Omit<Reference, 'meta' | 'coins' | 'linkedData'>

/** `Markup` is a field that holds Markdown: as HTML without blocks, and as it was written. */
export interface Markup {
  readonly html: string
  readonly markdown: string
}

/** These are the fields of the same object that hold Markdown, by their names. The fields themselves are plain text. */
export interface WithMarkup {
  readonly markup?: Readonly<Record<string, Markup>>
}

/** `Evidence` is a note that bears on an inquiry, as the inquiry's page shows it. */
export interface Evidence extends WithMarkup {
  readonly note: Ref
  readonly claim?: string
  /** The role is undefined where the essay cites the note and the note does not name the inquiry. */
  readonly role?: Stance
  /** This line says how the note bears on the inquiry. */
  readonly because?: string
  readonly sources: readonly CitedSource[]
  /** These are the facts of the study behind the note. It is undefined where none are stated. */
  readonly study?: Study
  /** This is true where a work that the note is drawn from was retracted. The note is then not in the balance. */
  readonly retracted?: true
  /**
   * This is the first link to the note in the essay, as a fragment of the same page: `#C3`. It is undefined where the
   * essay does not cite the note.
   */
  readonly citedAt?: string
}

/** `MarginNotes` are the pieces of evidence that stand in the margin of one block of an essay. */
export interface MarginNotes {
  /** This is the offset in the essay's HTML at which the block begins, in UTF-16 code units. */
  readonly at: number
  /** This is the offset at which it ends. */
  readonly until: number
  /**
   * These are indices in the inquiry's `evidence`, in the order in which the block cites it. The list is never empty.
   */
  readonly evidence: readonly number[]
}

/** A `Served` is an inquiry that a note bears on, as the note's page shows it. */
export interface ServedInquiry extends WithMarkup {
  readonly inquiry: Ref
  readonly status: StatusName
  /** The role is undefined where the inquiry cites the note and the note does not name the inquiry. */
  readonly role?: Stance
  readonly because?: string
}

/** A `NextLine` is an inquiry that the author suggests to read next, or one that suggests this one. */
export interface NextInquirySummary extends WithMarkup {
  readonly inquiry: Ref
  /** This line says why a reader might go on there. */
  readonly because?: string
  readonly answer?: string
}

/** `SharedFacts` say what two entries have in common. What they do not share is left out. */
export interface SharedFacts {
  readonly works?: number
  readonly notes?: number
  readonly inquiries?: number
  readonly topics?: number
  /** These are words of both titles, two at most, where they share nothing else. */
  readonly words?: readonly string[]
}

/** A `SuggestedSummary` is an entry that the site suggests. No writer has said that it has to do with this one. */
export interface SuggestedSummary {
  readonly to: Ref
  /** This is the reason: what the two share. It is never empty. */
  readonly shares: SharedFacts
}

/** A `MapSummary` says what is on the map around an entry, besides the entry itself, and where the map is. */
export interface MapSummary {
  /** The address begins with the site's base. */
  readonly href: string
  readonly inquiries: number
  readonly notes: number
  readonly works: number
}

/**
 * A `Related` is a relation between two entries, seen from one of them. `note` is the other one. A relation that the
 * site or the vault declares beside the roles has a label, and between entries that are no notes there is no other.
 */
export interface RelatedNote {
  readonly role?: Role
  /** This says what the entry that the relation starts from does to the other one. */
  readonly label?: string
  /** This is the label from the other end, where it is known. */
  readonly inverse?: string
  readonly note: Ref
}

/** A `Backlink` is another entry that links to this one. */
export interface Backlink {
  readonly from: Ref
  /** This is the role that this note has toward the inquiry which links to it. */
  readonly role?: Stance
  /**
   * This is each of the links, with the sentence around it. `href` leads to the link on the page of the other entry.
   */
  readonly mentions: readonly { readonly href: string; readonly context: Context }[]
}

/** An `AnswerChange` is a change of an inquiry's answer, as the inquiry's page shows it. */
export interface AnswerChange extends Omit<Change, 'evidence' | 'answer'> {
  /** This is the answer before and after. A side is undefined where there was no answer. */
  readonly answer?: { readonly from?: string; readonly to?: string } & WithMarkup
  /**
   * This is the page of the commit in the web view of the repository. It is undefined where `site.yaml` names no
   * repository.
   */
  readonly href?: string
  /** These are the notes whose role changed. `from` is undefined for a note that is new, `to` for one that is gone. */
  readonly evidence: readonly { readonly note: Ref; readonly from?: Stance; readonly to?: Stance }[]
}

/** A `PinnedTo` is the commit that an entry is at, with a link to the file as it is at that commit. */
export interface LinkedRevision extends Revision {
  /** This is the page of the file in the web view of the repository, at that commit. */
  readonly href?: string
}

/** These fields a page does not print as they were written: it prints what is made of them, or nothing. */
type ReadBefore =
  | ('title' | 'aliases' | 'permalink' | 'redirectFrom' | 'status' | 'topics' | 'inquiries' | 'source' | 'next')
  | ('draft' | 'publish' | 'audit' | 'translations' | 'certainty' | 'reasons' | 'study' | 'pool')
  | RelationField

/** These are the fields that every kind of entry has. */
type SharedField = keyof InquiryData & keyof NoteData & keyof PageData

/**
 * These are the fields of a schema that a page prints as they were written. A field that is added to a schema is one of
 * them, and `render.ts` does not compile until it is given there: none may be left out, even if it is undefined.
 */
type Printed<Data, Field extends keyof Data> = {
  readonly [K in Exclude<Field, ReadBefore>]: Exclude<Data[K], undefined> | undefined
}
/** These are the printed fields that every kind of entry has. */
export type PrintedOfAll = Printed<PageData, SharedField>
/** These are the printed fields that only one kind of entry has. */
export type PrintedOf<Data> = Printed<Data, Exclude<keyof Data, SharedField>>

/** These are the same fields as an entry holds them: a field that is not given is absent. */
type Given<Fields> = { readonly [K in keyof Fields]?: Exclude<Fields[K], undefined> }

/** These fields are on the entries of every kind. */
interface Shared extends Given<PrintedOfAll>, WithMarkup {
  readonly path: FilePath
  /** The address is a path under the site's base. */
  readonly address: SitePath
  /** This is the same address with the site's base in front, ready for a link. */
  readonly href: string
  readonly title: string
  /**
   * These are other names by which search finds the entry. The list is never empty; without such names it is left out.
   */
  readonly aliases?: readonly string[]
  /** These are the values of fields that the owner of the site declares. It is undefined where there are none. */
  readonly own?: readonly OwnValue[]
  /** These are the same in other languages. The list is never empty; without translations it is left out. */
  readonly translations?: readonly Translation[]
  /** This is the body as HTML. */
  readonly html: string
  readonly headings: readonly Heading[]
  /** This is the number of words of the body. */
  readonly words: number
  /** This is true where the body has formulas, so that the page loads a font for them. */
  readonly hasMaths: boolean
  /** This is true where the body has blocks of code, so that the page loads their styles. */
  readonly hasCode?: true
  /** This is true where the body has diagrams that are drawn, so that the page loads their styles. */
  readonly hasDrawings?: true
  /** These are the hosts of the frames that a reader may open on the page. It is undefined where there are none. */
  readonly frames?: readonly string[]
  /** This is true where the page shows a view of a base. */
  readonly hasBase?: true
  readonly cited: CitedWorks
  /** These are the relations that start from this entry. The list is left out where it is empty, except for notes. */
  readonly relates?: readonly RelatedNote[]
  /** These are the relations that lead to this entry, likewise. */
  readonly relatedBy?: readonly RelatedNote[]
  /**
   * This is the commit that last changed the file. It is undefined where git was not asked or does not know the file.
   */
  readonly revision?: LinkedRevision
  /** This is the language as a BCP 47 tag. It is undefined where that is the site's language. */
  readonly lang?: string
}

/** A `CertaintyReason` says why an answer is as certain as it is, in one domain of GRADE. */
export interface CertaintyReason extends WithMarkup {
  readonly domain: Domain
  /** This is the number of levels by which the domain lowers or raises the certainty, where it is stated. */
  readonly levels?: 1 | 2
  readonly because: string
}

/** An `InquiryEntry` is what the page of an inquiry prints. */
export interface InquiryEntry extends Shared, Given<PrintedOf<InquiryData>> {
  readonly kind: 'inquiry'
  readonly status: StatusName
  /** This says how certain the evidence makes the answer. It is undefined where the writer does not say. */
  readonly certainty?: Certainty
  /** These are the reasons for the certainty, in the order in which they are written. The list is never empty. */
  readonly reasons?: readonly CertaintyReason[]
  readonly topics: readonly TopicRef[]
  readonly evidence: readonly Evidence[]
  /**
   * These are the notes in the margin, in the order of the essay. `html` is without them: the page inserts them at
   * `until`.
   */
  readonly beside: readonly MarginNotes[]
  readonly balance: Balance
  /** This is true where a note states facts of its study, so that there is a page of findings. */
  readonly hasFindings?: true
  /** This counts the notes that rest on a retracted work, which the balance leaves out. It is undefined without any. */
  readonly retracted?: Balance
  readonly next: readonly NextInquirySummary[]
  /** These are the inquiries that name this one as the next. */
  readonly leadHere: readonly NextInquirySummary[]
  /** These are inquiries to go on to where the writer names none. The list is never empty; without any it is left out. */
  readonly suggested?: readonly SuggestedSummary[]
  /** This is undefined where too little is around the inquiry to draw. */
  readonly map?: MapSummary
  readonly backlinks: readonly Backlink[]
  /** These are the changes of the answer, newest first. */
  readonly history: readonly AnswerChange[]
  /**
   * This is the day before which nothing is known, as YYYY-MM-DD. It is only set in a shallow clone, whose log is cut
   * off.
   */
  readonly historySince?: string
}

/** A `NoteEntry` is what the page of a note prints. */
export interface NoteEntry extends Shared, Given<PrintedOf<NoteData>> {
  readonly kind: 'note'
  /** This is where in its source the quote stands. It is undefined without a quote. */
  readonly passage?: Passage
  readonly topics: readonly TopicRef[]
  /** These are the works that the note is drawn from. */
  readonly references: readonly Reference[]
  /** These are the facts of the study behind the claim. It is undefined where none are stated. */
  readonly study?: Study
  /** These are the inquiries that the note bears on. */
  readonly serves: readonly ServedInquiry[]
  /** These are the relations that start from this note. */
  readonly relates: readonly RelatedNote[]
  /** These are the relations that lead to this note. */
  readonly relatedBy: readonly RelatedNote[]
  /** These are notes to go on to where no relation is stated. The list is never empty; without any it is left out. */
  readonly suggested?: readonly SuggestedSummary[]
  /** This is undefined where too little is around the note to draw. */
  readonly map?: MapSummary
  readonly backlinks: readonly Backlink[]
}

/** A `PageEntry` is what any other page prints, such as the one about the site. */
export interface PageEntry extends Shared, Given<PrintedOf<PageData>> {
  readonly kind: 'page'
  readonly backlinks: readonly Backlink[]
}

/** A `CanvasEntry` is what the page of a canvas prints. Its `html` is the list of its nodes, with the lines as SVG. */
export interface CanvasEntry extends Shared, Given<PrintedOf<CanvasData>> {
  readonly kind: 'canvas'
  readonly backlinks: readonly Backlink[]
  /** This is undefined where the canvas cannot be drawn. Its nodes are then only listed. */
  readonly layout?: CanvasLayout
}

/** An `Entry` is what one page prints. */
export type Entry = InquiryEntry | NoteEntry | PageEntry | CanvasEntry

/** A `Meta` is the name and the content of a `meta` element. */
export type Meta = readonly [name: string, content: string]
