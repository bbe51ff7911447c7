/** This file describes a page of a list. A long list is cut into several pages, because one page would be too heavy. */
import type { SitePath } from '../vocabulary.ts'

/** A `Cut` says how a list is cut into pages. */
export interface Pagination {
  /** This is the largest number of items on a page. */
  readonly most: number
  /**
   * Gives the address of a page.
   *
   * @param page The number of the page, from 1.
   */
  readonly addressOf: (page: number) => SitePath
}

/** A `PageLink` is a link to one of the pages of a list. */
export interface PageLink {
  readonly href: string
  readonly label: string
}

/** A `ListPage` is one page of a list. */
export interface ListPage<T> {
  readonly address: SitePath
  /** This is the number of the page, from 1. */
  readonly page: number
  /** These are links to all pages of the list, this one included. */
  readonly pages: readonly PageLink[]
  /** This is the number of items on all pages together. */
  readonly total: number
  /** These are the items on this page. */
  readonly items: readonly T[]
}
