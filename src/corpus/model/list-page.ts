/** A page of a list that would be too heavy as one. */
import type { SitePath } from '../vocabulary.ts'

/** How a list is cut. */
export interface Cut {
  /** Of things on a page. */
  readonly most: number
  /** @param page From 1. */
  readonly addressOf: (page: number) => SitePath
}

export interface PageLink {
  readonly href: string
  readonly label: string
}

/** A page of a list. */
export interface ListPage<T> {
  readonly address: SitePath
  /** Which of the pages it is, from 1. */
  readonly page: number
  readonly pages: readonly PageLink[]
  /** Of things on all pages. */
  readonly total: number
  readonly items: readonly T[]
}
