/** This file cuts a list that is too long for one page into several pages. */
import { withBase } from './address.ts'
import type { Settings } from './site-config.ts'
import type { SitePath } from './vocabulary.ts'
import type { Pagination, ListPage, PageLink } from './model/list-page.ts'

/** Gives the number of pages that a list needs. An empty list has one page. */
const pageCount = (things: number, most: number): number => Math.max(1, Math.ceil(things / most))

/**
 * Gives the addresses of the pages of a list.
 *
 * @param things The number of items in the list.
 */
export const listAddresses = (things: number, { most, addressOf }: Pagination): SitePath[] =>
  Array.from({ length: pageCount(things, most) }, (_, index) => addressOf(index + 1))

/**
 * Cuts a list into parts of about the same length, so that no page has only a few items.
 *
 * @param most The largest number of items in a part.
 *
 * @example
 * inPages(['a', 'b', 'c', 'd'], 3) // [['a', 'b'], ['c', 'd']]
 */
export function inPages<T>(things: readonly T[], most: number): T[][] {
  const count = pageCount(things.length, most)
  const size = Math.ceil(things.length / count)
  return Array.from({ length: count }, (_, index) => things.slice(index * size, (index + 1) * size))
}

/**
 * Cuts a list into pages that link to one another.
 *
 * @param labelOf Names an item. The label of a page is made of the names of its first and its last item. Where these do
 * not tell all pages apart, the labels are numbers.
 *
 * @example
 * const cut = { most: 2, addressOf: (page: number) => `/list/${page}/` }
 * const pages = listPages(DEFAULT_SETTINGS, ['a', 'b', 'c'], cut, (item) => item)
 * pages.map(({ items }) => items) // [['a', 'b'], ['c']]
 * pages[0].pages // [{ href: '/list/1/', label: 'a–b' }, { href: '/list/2/', label: 'c' }]
 */
export function listPages<T>(
  settings: Settings,
  things: readonly T[],
  cut: Pagination,
  labelOf: (thing: T) => string,
): ListPage<T>[] {
  const parts = inPages(things, cut.most)
  const addresses = listAddresses(things.length, cut)
  const labels = parts.map((part) => [...new Set([...part.slice(0, 1), ...part.slice(-1)].map(labelOf))].join('–'))
  const pages = linksTo(settings, addresses, labels)
  return parts.map((items, index) => ({
    address: addresses[index]!,
    page: index + 1,
    pages,
    total: things.length,
    items,
  }))
}

/**
 * Makes the links to all pages of a list.
 *
 * @param addresses The addresses without the site's base.
 * @param labels The labels of the links. Where there is not a different one for each page, the pages are numbered.
 */
export function linksTo(
  settings: Settings,
  addresses: readonly SitePath[],
  labels: readonly string[] = [],
): PageLink[] {
  const areDistinct = new Set(labels).size === addresses.length
  return addresses.map((address, index) => ({
    href: withBase(settings, address),
    label: areDistinct ? labels[index]! : String(index + 1),
  }))
}
