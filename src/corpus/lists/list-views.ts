/**
 * This file makes all pages of a list: in each of its orders, and of its parts by one facet at a time. Several facets at
 * once are narrowed by a script, so the number of pages grows with the list and never with the product of its facets.
 */
import { withBase } from '../address.ts'
import { cutOf, withFacet } from '../list-addresses.ts'
import type { FacetName, ListMenu, ListOrder, ListPage, ListView, Pagination } from '../model/list-page.ts'
import { listPages } from '../pagination.ts'
import type { Settings } from '../site-config.ts'
import type { SitePath } from '../vocabulary.ts'

/** An `OrderPlan` is an order in which a list is shown. */
export interface OrderPlan<T> {
  readonly name: ListOrder
  readonly items: readonly T[]
  readonly cut: Pagination
  /** Names an item in the label of a page. */
  readonly labelOf: (item: T) => string
  /** Names what an item is found under, such as its year. */
  readonly jumpOf: (item: T) => string
}

/** A `FacetPlan` is a facet by which a list can be narrowed. */
export interface FacetPlan<T> {
  readonly name: FacetName
  /** This names a facet that the owner of the site declares. */
  readonly label?: string
  /** These are the values that may occur, in the order in which they are shown. */
  readonly values: readonly string[]
  readonly valuesOf: (item: T) => readonly string[]
  /** Gives the cut of the pages of a value that are made elsewhere, such as those of topics. */
  readonly cutElsewhere?: (value: string) => Pagination
  /** Gives the segment of the address of a value that may be any words. Others stand in it as they are. */
  readonly slugOf?: (value: string) => string
}

/** A `ListPlan` says what pages a list has. */
export interface ListPlan<T, S> {
  readonly section: SitePath
  /** The first order is the usual one, in which the parts by facets are shown too. */
  readonly orders: readonly [OrderPlan<T>, ...OrderPlan<T>[]]
  readonly facets: readonly FacetPlan<T>[]
  /** This is true for a list that has all of its orders however short it is. */
  readonly keepsOrders?: true
  /** Gives what a page shows of an item. */
  readonly shown: (item: T) => S
}

/** A list with fewer items than this is read as it is, without facets. */
const FEWEST = 20

/** Tells whether a list has facets, and a file by which a script narrows it. */
export const hasFacets = <T, S>({ orders: [{ items }] }: ListPlan<T, S>): boolean => items.length >= FEWEST

/** A `FacetPart` is the part of a list that has a value of a facet, and how it is cut. */
interface FacetPart<T> {
  readonly value: string
  readonly items: readonly T[]
  readonly cut: Pagination
  readonly isElsewhere: boolean
}

/** `FacetParts` are the parts of a list by one facet. */
interface FacetParts<T> {
  readonly name: FacetName
  readonly label?: string
  readonly parts: readonly FacetPart<T>[]
}

/** Gives all pages of a list, those of its usual order first. */
export function listViews<T, S>(settings: Settings, plan: ListPlan<T, S>): ListView<S>[] {
  const [usual] = plan.orders
  const parts = hasFacets(plan) ? facetParts(plan) : []
  const orders = hasFacets(plan) || plan.keepsOrders ? plan.orders : [usual]
  const shared = orders.length > 1 ? { menu: menuOf(settings, plan, parts) } : {}
  const pagesOf = (items: readonly T[], cut: Pagination, { labelOf, jumpOf }: OrderPlan<T>): ListPage<S>[] =>
    listPages(settings, items, cut, labelOf, jumpOf).map((page) => ({ ...page, items: page.items.map(plan.shown) }))
  return [
    ...orders.flatMap((order) =>
      pagesOf(order.items, order.cut, order).map((page) => ({ ...page, ...shared, order: order.name })),
    ),
    ...parts.flatMap(({ parts, ...named }) =>
      parts
        .filter(({ isElsewhere }) => !isElsewhere)
        .flatMap(({ value, items, cut }) =>
          pagesOf(items, cut, usual).map((page) => ({ ...page, ...shared, narrowed: { ...named, value } })),
        ),
    ),
  ]
}

/** Gives the address of the file by which a script narrows a list. No entry can have it, because of the dot. */
export const indexAddress = (section: SitePath): SitePath => `${section.slice(0, -1)}.facets.json`

function menuOf<T, S>(settings: Settings, plan: ListPlan<T, S>, facets: readonly FacetParts<T>[]): ListMenu {
  const href = (address: SitePath): string => withBase(settings, address)
  return {
    href: href(plan.orders[0].cut.addressOf(1)),
    total: plan.orders[0].items.length,
    orders: plan.orders.map(({ name, cut }) => ({ name, href: href(cut.addressOf(1)) })),
    facets: facets.map(({ parts, ...named }) => ({
      ...named,
      values: parts.map(({ value, items, cut }) => ({ value, count: items.length, href: href(cut.addressOf(1)) })),
    })),
    ...(hasFacets(plan) && { index: href(indexAddress(plan.section)) }),
  }
}

/** Gives the parts of a list by each of its facets. A facet with a single value tells nothing apart. */
export function facetParts<T, S>(plan: ListPlan<T, S>): FacetParts<T>[] {
  const [{ items, cut }] = plan.orders
  return plan.facets
    .map((facet) => {
      const groups = new Map<string, T[]>(facet.values.map((value) => [value, []]))
      for (const item of items) for (const value of new Set(facet.valuesOf(item))) groups.get(value)?.push(item)
      const parts = [...groups].map(([value, items]) => ({
        value,
        items,
        cut:
          facet.cutElsewhere?.(value) ??
          cutOf(withFacet(plan.section, facet.name, facet.slugOf?.(value) ?? value), cut.most),
        isElsewhere: facet.cutElsewhere !== undefined,
      }))
      const named = { name: facet.name, ...(facet.label !== undefined && { label: facet.label }) }
      return { ...named, parts: parts.filter(({ items }) => items.length > 0) }
    })
    .filter(({ parts }) => parts.length > 1)
}
