/** Where the lists of entries are. */
import { topicPath, SOURCES } from './address.ts'
import { isInquiry, isNote, type Parsed } from './model/parsed.ts'
import { listAddresses } from './pagination.ts'
import type { Corpus } from './model/corpus.ts'
import { type SourceOrder, SOURCE_ORDERS } from './model/source-entry.ts'
import type { SitePath } from './vocabulary.ts'
import type { Topic } from './model/resolved.ts'
import type { Cut } from './model/list-page.ts'

/** @param most That is some 250 kB of HTML. */
const cutOf = (list: SitePath, most: number): Cut => ({
  most,
  addressOf: (page) => (page === 1 ? list : `${list}page/${page}/`),
})
export const INQUIRIES = cutOf('/inquiries/', 150)
export const NOTES = cutOf('/notes/', 600)

/** Its pages are as many as the longer of its lists takes. */
export function topicAddresses({ slug, members }: Topic): SitePath[] {
  const addressOf = (page: number): SitePath => topicPath(slug, page)
  const lists = [
    listAddresses(members.filter(isInquiry).length, { ...INQUIRIES, addressOf }),
    listAddresses(members.filter(isNote).length, { ...NOTES, addressOf }),
  ]
  return [...new Set(lists.flat())]
}

/** Of every page of every list. */
export const listingAddresses = (entries: readonly Parsed[], topics: Corpus['topics']): SitePath[] => [
  ...listAddresses(entries.filter(isInquiry).length, INQUIRIES),
  ...listAddresses(entries.filter(isNote).length, NOTES),
  ...[...topics.values()].flatMap(topicAddresses),
]

export const cutBy = (order: SourceOrder): Cut => ({
  // Some 250 kB of HTML.
  most: 600,
  // The first page by author is the list that everything leads to.
  addressOf: (page) =>
    order === 'author' && page === 1 ? SOURCES : `${SOURCES}by/${order}/${page === 1 ? '' : `${page}/`}`,
})

export const sourceListAddresses = (works: number): SitePath[] =>
  SOURCE_ORDERS.flatMap((order) => listAddresses(works, cutBy(order)))
