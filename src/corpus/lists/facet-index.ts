/** This file writes the small file by which a script narrows a list: for each item, the values that it has. */
import { withBase } from '../address.ts'
import type { FacetName, Pagination } from '../model/list-page.ts'
import type { Settings } from '../site-config.ts'
import { facetParts, type ListPlan } from './list-views.ts'

/**
 * A `Series` is a list that is cut into pages: the address of its first page, and what stands before the number in the
 * addresses of the others. The script takes rows from these pages, so each row is written once.
 */
export type Series = readonly [first: string, others: string]

/** A `FacetIndex` says of each item of a list which values it has. Items are known by their place in the list. */
export interface FacetIndex {
  readonly total: number
  /** This is the largest number of items on a page. */
  readonly most: number
  readonly list: Series
  readonly facets: readonly {
    readonly name: FacetName
    readonly values: readonly (readonly [value: string, ...series: Series])[]
    /** These are the numbers of the values of each item, from 0. */
    readonly of: readonly (readonly number[])[]
  }[]
}

/** Makes the index of a list. */
export function facetIndex<T, S>(settings: Settings, plan: ListPlan<T, S>): FacetIndex {
  const [{ items, cut }] = plan.orders
  const places = new Map(items.map((item, place) => [item, place]))
  const series = ({ addressOf }: Pagination): Series => [
    withBase(settings, addressOf(1)),
    withBase(settings, addressOf(2)).replace(/2\/$/, ''),
  ]
  return {
    total: items.length,
    most: cut.most,
    list: series(cut),
    facets: facetParts(plan).map(({ name, parts }) => {
      const of: number[][] = items.map(() => [])
      for (const [number, part] of parts.entries()) for (const item of part.items) of[places.get(item)!]!.push(number)
      return { name, values: parts.map(({ value, cut }) => [value, ...series(cut)] as const), of }
    }),
  }
}
