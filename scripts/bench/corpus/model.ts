/** A corpus before it takes the form that one generator or another reads. */

export const ROLES = ['supports', 'disputes', 'qualifies', 'extends', 'background'] as const
export const STATUSES = ['open', 'leaning', 'settled', 'superseded'] as const

/** File name without extension; unique in the corpus, so that it may serve as the target of a wikilink. */
export type EntryId = string

interface Shared {
  readonly id: EntryId
  readonly title: string
  readonly topics: readonly string[]
  /** Days, as 2026-11-23. */
  readonly created: string
  readonly updated?: string
  /** Markdown with wikilinks `[[id]]` and `[[id|words]]`. */
  readonly body: string
}

export interface Inquiry extends Shared {
  readonly kind: 'inquiry'
  readonly lede: string
  readonly answer: string
  readonly status: (typeof STATUSES)[number]
  readonly next: readonly NextInquiry[]
}

export interface Note extends Shared {
  readonly kind: 'note'
  readonly claim: string
  /** A key of the bibliography. */
  readonly source: string
  readonly inquiries: readonly EvidenceLink[]
}

export interface NextInquiry {
  readonly inquiry: EntryId
  readonly because: string
}

/** What a note declares of an inquiry that it serves. */
export interface EvidenceLink extends NextInquiry {
  readonly role: (typeof ROLES)[number]
}

export type Entry = Inquiry | Note

export interface Work {
  readonly key: string
  readonly bibtex: string
}

export interface Corpus {
  readonly inquiries: readonly Inquiry[]
  readonly notes: readonly Note[]
  readonly works: readonly Work[]
}

/** A file to be written: its path under the folder, with `/`. */
export interface File {
  readonly path: string
  readonly text: string
}

export const entriesOf = ({ inquiries, notes }: Corpus): readonly Entry[] => [...inquiries, ...notes]

/** The folder that an entry is in, which is also the beginning of its address. */
export const folderOf = ({ kind }: Entry): string => (kind === 'inquiry' ? 'inquiries' : 'notes')
