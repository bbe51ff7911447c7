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
 * @param jumpOf Names what an item is found under, such as a letter. The pages on which the first of these are have links
 * of their own.
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
  jumpOf = labelOf,
): ListPage<T>[] {
  const parts = inPages(things, cut.most)
  const addresses = listAddresses(things.length, cut)
  const ends = parts.map((part) => [...new Set([...part.slice(0, 1), ...part.slice(-1)].map(labelOf))])
  const pages = linksTo(
    settings,
    addresses,
    ends.map((names) => names.join('–')),
  )
  const jumps = parts.length > 1 ? jumpsTo(pages, parts, jumpOf) : []
  const [{ length: size } = []] = parts
  return parts.map((items, index) => ({
    address: addresses[index]!,
    page: index + 1,
    pages,
    jumps,
    total: things.length,
    first: index * size + 1,
    ends: ends[index]!,
    items,
  }))
}

/** Links of which there are more than this are no longer found at a glance. */
const MOST_JUMPS = 40

/** Makes a link for each letter or year, to the page on which it begins. There are none where they are too many. */
function jumpsTo<T>(pages: readonly PageLink[], parts: readonly T[][], jumpOf: (thing: T) => string): PageLink[] {
  const first = new Map<string, string>()
  for (const [index, part] of parts.entries())
    for (const label of new Set(part.map(jumpOf))) if (!first.has(label)) first.set(label, pages[index]!.href)
  return first.size < 2 || first.size > MOST_JUMPS ? [] : [...first].map(([label, href]) => ({ href, label }))
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

/** So many pages are linked one by one. */
const MOST_DIRECT = 12

/**
 * Chooses the pages of a list that are linked from one of them: all where they are few, or else those on which a letter
 * or a year begins. Where there are no such pages, it chooses the first, the last and those near.
 *
 * @param page The number of the page that links, from 1.
 */
export function directPages(pages: readonly PageLink[], page: number, jumps: readonly PageLink[]): readonly PageLink[] {
  if (pages.length <= MOST_DIRECT) return pages
  if (jumps.length > 0) return jumps
  return pages.filter((_, index) => index === 0 || index === pages.length - 1 || Math.abs(index + 1 - page) <= 3)
}

/**
 * Gives those of the direct links that lead to what a page shows: to the page itself, or else to the letter or the year
 * that began last before it.
 */
export function currentLinks(pages: readonly PageLink[], page: number, direct: readonly PageLink[]): PageLink[] {
  const here = direct.filter(({ href }) => href === pages[page - 1]!.href)
  const before = new Set(pages.slice(0, page).map(({ href }) => href))
  return here.length > 0 ? here : direct.filter(({ href }) => before.has(href)).slice(-1)
}
