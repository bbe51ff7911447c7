/** This file types a corpus before it takes the form that one generator or another reads. */

/** These are the roles in which a note may serve an inquiry. */
export const ROLES = ['supports', 'disputes', 'qualifies', 'extends', 'background'] as const
/** These are the states that the answer of an inquiry may be in. */
export const STATUSES = ['open', 'leaning', 'settled', 'superseded'] as const

/**
 * An `EntryId` is a file name without its extension. It is unique in the corpus, so that it can be the target of a
 * wikilink.
 */
export type EntryId = string

/** These fields are those that all entries have. */
interface Shared {
  readonly id: EntryId
  readonly title: string
  readonly topics: readonly string[]
  /** The dates are days in the form 2026-11-23. */
  readonly created: string
  readonly updated?: string
  /** This is Markdown with the wikilinks `[[id]]` and `[[id|words]]`. */
  readonly body: string
}

/** An inquiry asks a question and cites notes. */
export interface Inquiry extends Shared {
  readonly kind: 'inquiry'
  readonly lede: string
  readonly answer: string
  readonly status: (typeof STATUSES)[number]
  readonly next: readonly NextInquiry[]
}

/** A note states a claim and serves inquiries. */
export interface Note extends Shared {
  readonly kind: 'note'
  readonly claim: string
  /** This is the key of a work in the bibliography. */
  readonly source: string
  readonly inquiries: readonly EvidenceLink[]
}

/** A `NextInquiry` is an inquiry that another leads to, with the reason. */
export interface NextInquiry {
  readonly inquiry: EntryId
  readonly because: string
}

/** An `EvidenceLink` is what a note declares of an inquiry that it serves. */
export interface EvidenceLink extends NextInquiry {
  readonly role: (typeof ROLES)[number]
}

/** An entry is an inquiry or a note. */
export type Entry = Inquiry | Note

/** A work is an entry of the bibliography. */
export interface Work {
  readonly key: string
  readonly bibtex: string
}

/** A corpus is all entries and works together. */
export interface Corpus {
  readonly inquiries: readonly Inquiry[]
  readonly notes: readonly Note[]
  readonly works: readonly Work[]
}

/** A `File` is to be written at a path under a folder, with `/` between names. */
export interface File {
  readonly path: string
  readonly text: string
}

/** Returns all entries of a corpus, inquiries first. */
export const entriesOf = ({ inquiries, notes }: Corpus): readonly Entry[] => [...inquiries, ...notes]

/** Returns the folder that an entry is in, which is also the beginning of its address. */
export const folderOf = ({ kind }: Entry): string => (kind === 'inquiry' ? 'inquiries' : 'notes')
