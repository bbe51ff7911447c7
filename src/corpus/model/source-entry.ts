/** This file describes what the pages of sources print: one page for each work, and the list of all works. */
import type { Backlink, Entry, Ref, Reference, WithMarkup } from './entry.ts'
import type { Role, SitePath, StatusName } from '../vocabulary.ts'
import type { ListView } from './list-page.ts'
import type { TypedLink } from './typed-link.ts'
import type { Unasked, WorkUpdate } from './updates.ts'

/** A `SourceEntry` is what the page of a work prints. */
export interface SourceEntry {
  readonly kind: 'source'
  /** This is the citation key as the bibliography has it. A work that is written into notes has none. */
  readonly key?: string
  /** The address is a path under the site's base. */
  readonly address: SitePath
  /** This is the same address with the site's base in front, ready for a link. */
  readonly href: string
  readonly title: string
  readonly reference: Reference
  /** Says why it is not known whether the work was retracted. It is undefined where it is, and where nobody asks. */
  readonly unasked?: Unasked
  /** These are the files in which reference managers take the work: BibTeX, CSL-JSON and RIS. */
  readonly files: readonly { readonly label: string; readonly href: string }[]
  /** These are the links by which machines find what has to do with the work. */
  readonly links: readonly TypedLink[]
  /** These are the notes that are drawn from the work. */
  readonly notes: readonly ({ readonly note: Ref; readonly claim?: string } & WithMarkup)[]
  /**
   * These are the inquiries that the work reaches. There is no role where only the essay cites the work, or where no
   * note says how it bears on the inquiry.
   */
  readonly inquiries: readonly { readonly inquiry: Ref; readonly status: StatusName; readonly roles: readonly Role[] }[]
  /** This is where the texts of entries cite the work. */
  readonly backlinks: readonly Backlink[]
}

/** An `AnyEntry` is anything that has a page of its own and a record in the search index. */
export type AnyEntry = Entry | SourceEntry

/**
 * These are the orders in which all sources can be listed: by author, by year (newest first), and by use (most notes
 * first).
 */
export const SOURCE_ORDERS = ['author', 'year', 'use'] as const
/** A `SourceOrder` is one of the orders in which all sources can be listed. */
export type SourceOrder = (typeof SOURCE_ORDERS)[number]

/** A `SourceTitle` is a link to the page of a work. The title is followed by author and year. */
export interface SourceTitle {
  readonly title: string
  readonly href: string
}

/** A `SourceSummary` is a work as the list of all sources shows it. */
export interface SourceSummary {
  /** This is the reference as HTML, in the citation style of the site. */
  readonly html: string
  readonly href: string
  readonly year?: number
  /** This says how the work stands that was retracted or corrected. It is undefined where neither happened. */
  readonly update?: WorkUpdate
  /** This is the number of notes that are drawn from the work. */
  readonly notes: number
  /** This is the number of inquiries that the work reaches. */
  readonly inquiries: number
}

/** A `SourceList` is one page of the list of all sources, in one of its orders, or of a part of it. */
export type SourceList = ListView<SourceSummary>
