/** A list that would be too heavy as one page → its pages. */
import { withBase } from './address.ts'
import type { Settings } from './site-config.ts'
import type { SitePath } from './vocabulary.ts'
import type { Cut, ListPage, PageLink } from './model/list-page.ts'

/** An empty list has one page. */
const pageCount = (things: number, most: number): number => Math.max(1, Math.ceil(things / most))

export const listAddresses = (things: number, { most, addressOf }: Cut): SitePath[] =>
  Array.from({ length: pageCount(things, most) }, (_, index) => addressOf(index + 1))

/** Parts of about the same length. */
export function inPages<T>(things: readonly T[], most: number): T[][] {
  const count = pageCount(things.length, most)
  const size = Math.ceil(things.length / count)
  return Array.from({ length: count }, (_, index) => things.slice(index * size, (index + 1) * size))
}

/** @param labelOf What a page is called that begins or ends with a thing. Where that does not tell the pages apart, they are numbered. */
export function listPages<T>(
  settings: Settings,
  things: readonly T[],
  cut: Cut,
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
