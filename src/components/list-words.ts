/** This file puts the words of lists together with values: what a page of a list holds, and the values of facets. */
import type { FacetName, ListOrder, ListPage } from '../corpus/model/list-page.ts'
import type { Role } from '../corpus/vocabulary.ts'
import { siteWords } from '../site/index.ts'

/** Returns the name of an order. */
export function orderInWords(order: ListOrder): string {
  const { orders, sourceOrders } = siteWords().lists
  return { ...orders, ...sourceOrders }[order]
}

/**
 * Returns the name of a facet.
 *
 * @param label The name that the owner of the site gives to it.
 */
export function facetInWords(name: FacetName, label: string | undefined): string {
  const { facets } = siteWords().lists
  return label ?? (name in facets ? facets[name as keyof typeof facets] : name)
}

/** Returns a value of a facet as it is shown. A type of works that has no words of its own has those of CSL. */
export function valueInWords(name: FacetName, value: string): string {
  const { roles, status, lists } = siteWords()
  if (name === 'role') return roles[value as Role]
  if (name === 'status') return status(value)
  const types: Readonly<Record<string, string>> = lists.workTypes
  if (name !== 'kind') return value
  return Object.hasOwn(types, value) ? types[value]! : value.replaceAll(/[-_]/g, ' ')
}

/** A `ListRange` says which items of a list a page holds. */
type ListRange = Pick<ListPage<unknown>, 'first' | 'total' | 'ends'> & { readonly items: { readonly length: number } }

/**
 * Returns what a page of a list holds, such as `101–200 of 2,700 notes · Ca to De`.
 *
 * @param all The items of the whole list, counted in words.
 */
export function rangeInWords({ first, total, ends, items }: ListRange, all: string): string {
  if (items.length >= total) return all
  const { number, lists } = siteWords()
  const places = lists.range(number(first), number(first + items.length - 1), all)
  const [from, to = from] = ends
  return from === undefined || to === undefined ? places : `${places} · ${from === to ? from : lists.ends(from, to)}`
}
