/** This file describes a page of a list. A long list is cut into several pages, because one page would be too heavy. */
import type { SitePath } from '../vocabulary.ts'

/** A `Pagination` says how a list is cut into pages. */
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
  /** These are links to the pages on which a letter or a year begins. */
  readonly jumps: readonly PageLink[]
  /** This is the number of items on all pages together. */
  readonly total: number
  /** This is the place of the first item of the page in the list, from 1. */
  readonly first: number
  /** These are the names of the first and the last item, such as `Ca` and `De`. Where both are the same, it is one. */
  readonly ends: readonly string[]
  /** These are the items on this page. */
  readonly items: readonly T[]
}

/** These are the facets by which lists can be narrowed. `kind` is the type of a work, as CSL names it. */
export const FACETS = ['status', 'role', 'kind', 'topic', 'year'] as const
/** An `OwnFacetName` names the facet of a field that the owner of a site declares. */
export type OwnFacetName = `field-${string}`
/** A `FacetName` is one of the facets by which lists can be narrowed. */
export type FacetName = (typeof FACETS)[number] | OwnFacetName

/**
 * Names the facet of a field, in addresses and in the search index.
 *
 * @example
 * ownFacetName('Study design') // 'field-study-design'
 */
export const ownFacetName = (field: string): OwnFacetName =>
  `field-${field.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`

/** A `FacetValue` is a value of a facet, with the page that lists what has it. */
export interface FacetValue {
  readonly value: string
  readonly href: string
  /** This is the number of items of the whole list that have the value. */
  readonly count: number
}

/** A `Facet` is a facet with those of its values that occur. */
export interface Facet {
  readonly name: FacetName
  /** This names the facet where the owner of the site does. Others are named by the words of the interface. */
  readonly label?: string
  readonly values: readonly FacetValue[]
}

/** These are the orders in which lists are shown. */
export type ListOrder = 'newest' | 'title' | 'author' | 'year' | 'use'

/** A `ListMenu` is what every page of a list offers: its orders and its facets. */
export interface ListMenu {
  /** This is the address of the first page of the list. */
  readonly href: string
  /** This is the number of items of the whole list. */
  readonly total: number
  readonly orders: readonly { readonly name: ListOrder; readonly href: string }[]
  readonly facets: readonly Facet[]
  /** This is the address of the file by which a script narrows the list. It is undefined where there is no facet. */
  readonly index?: string
}

/** A `ListView` is a page of a list in one of its orders, or of the part of a list that has a value of a facet. */
export interface ListView<T> extends ListPage<T> {
  /** It is undefined for a list that is short enough to be read as it is. */
  readonly menu?: ListMenu
  readonly order?: ListOrder
  readonly narrowed?: { readonly name: FacetName; readonly value: string; readonly label?: string }
}
