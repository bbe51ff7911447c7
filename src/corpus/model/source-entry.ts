/** What the pages of sources print: one page for each work, and the list of all. */
import type { Backlink, Entry, Ref, Reference } from './entry.ts'
import type { Role, SitePath, Status } from '../vocabulary.ts'
import type { ListPage } from './list-page.ts'

/** The page of a work of the bibliography. */
export interface SourceEntry {
  readonly kind: 'source'
  readonly key: string
  readonly address: SitePath
  readonly href: string
  readonly title: string
  readonly reference: Reference
  /** The work in the formats of reference managers, as files beside the page. */
  readonly files: readonly { readonly label: string; readonly href: string }[]
  /** Notes that are drawn from it. */
  readonly notes: readonly { readonly note: Ref; readonly claim?: string }[]
  /** Inquiries that it reaches; without a role where the essay cites it and no note says how it bears on it. */
  readonly inquiries: readonly { readonly inquiry: Ref; readonly status: Status; readonly roles: readonly Role[] }[]
  /** Where texts cite it. */
  readonly backlinks: readonly Backlink[]
}

/** Whatever has a page of its own that search can find. */
export type AnyEntry = Entry | SourceEntry

/** By author, newest first, most notes first. */
export const SOURCE_ORDERS = ['author', 'year', 'use'] as const
export type SourceOrder = (typeof SOURCE_ORDERS)[number]

/** A work by its title, with author and year. */
export interface SourceTitle {
  readonly title: string
  readonly href: string
}

/** A work in the list of all. */
export interface SourceSummary {
  /** Its reference in the style of the site. */
  readonly html: string
  readonly href: string
  readonly year?: number
  /** How many notes are drawn from it, and how many inquiries it reaches. */
  readonly notes: number
  readonly inquiries: number
}

/** A page of the list of all sources. */
export interface SourceList extends ListPage<SourceSummary> {
  readonly order: SourceOrder
  /** The same list in every order. */
  readonly orders: readonly { readonly order: SourceOrder; readonly href: string }[]
}
