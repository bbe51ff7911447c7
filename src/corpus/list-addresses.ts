/** This file gives the addresses of the lists of entries and of sources. */
import { topicPath, SOURCES_PATH } from './address.ts'
import { SECTION_PATHS } from './names/identify.ts'
import { isCanvasEntry, isInquiry, isNote, type Parsed } from './model/parsed.ts'
import { listAddresses } from './pagination.ts'
import type { Corpus } from './model/corpus.ts'
import { type SourceOrder, SOURCE_ORDERS } from './model/source-entry.ts'
import type { SitePath } from './vocabulary.ts'
import type { Topic } from './model/resolved.ts'
import type { FacetName, Pagination } from './model/list-page.ts'

/**
 * Makes the cut of a list whose first page is at the address of the list itself.
 *
 * @param most The largest number of items on a page. So many rows are looked through in a minute or two.
 */
export const cutOf = (list: SitePath, most: number): Pagination => ({
  most,
  addressOf: (page) => (page === 1 ? list : `${list}page/${page}/`),
})
/** This is how the list of all inquiries is cut. An inquiry takes as much room as three notes. */
export const INQUIRY_PAGES = cutOf('/inquiries/', 50)
/** This is how the list of all notes is cut. */
export const NOTE_PAGES = cutOf('/notes/', 100)

/** This is how the list of what is new is cut. */
export const NEWS_PAGES = cutOf('/new/', 200)
/** What is new has at most so many pages, because their addresses are taken before git is asked. */
export const MOST_NEWS_PAGES = 20

/** This is how the list of all canvases is cut. */
export const CANVAS_PAGES = cutOf(SECTION_PATHS.canvas, 100)

/** Gives the address of a list in the order of titles. */
export const byTitle = (section: SitePath): SitePath => `${section}by/title/`

/** Gives the address of the part of a list that has a value of a facet. */
export const withFacet = (section: SitePath, name: FacetName, value: string): SitePath =>
  `${section}with/${name}/${value}/`

/**
 * Matches addresses that lists in other orders and parts of lists may have. Which of these there are depends on what
 * entries say of each other, so none of them is left to an entry.
 */
export const LIST_ADDRESS = /^\/(?:notes|inquiries|sources)\/(?:by|with)\//

/**
 * Gives the addresses of a topic's pages. There are as many as the longer of its two lists, of inquiries and of notes,
 * needs.
 */
export function topicAddresses({ slug, members }: Topic): SitePath[] {
  const addressOf = (page: number): SitePath => topicPath(slug, page)
  const lists = [
    listAddresses(members.filter(isInquiry).length, { ...INQUIRY_PAGES, addressOf }),
    listAddresses(members.filter(isNote).length, { ...NOTE_PAGES, addressOf }),
  ]
  return [...new Set(lists.flat())]
}

/**
 * Gives the addresses of all pages of the lists of inquiries, of notes, of canvases where there are any, and of each
 * topic.
 */
export const listingAddresses = (entries: readonly Parsed[], topics: Corpus['topics']): SitePath[] => [
  ...listAddresses(entries.filter(isInquiry).length, INQUIRY_PAGES),
  ...listAddresses(entries.filter(isNote).length, NOTE_PAGES),
  ...listAddresses(NEWS_PAGES.most * MOST_NEWS_PAGES, NEWS_PAGES),
  ...(entries.some(isCanvasEntry) ? listAddresses(entries.filter(isCanvasEntry).length, CANVAS_PAGES) : []),
  ...[...topics.values()].flatMap(topicAddresses),
]

/** Gives the cut of the list of all sources in one of its orders. */
export const sourcePagination = (order: SourceOrder): Pagination => ({
  most: 100,
  // The first page by author is the list that everything links to.
  addressOf: (page) =>
    order === 'author' && page === 1 ? SOURCES_PATH : `${SOURCES_PATH}by/${order}/${page === 1 ? '' : `${page}/`}`,
})

/**
 * Gives the addresses of all pages of the list of sources, in every order.
 *
 * @param works The number of works.
 */
export const sourceListAddresses = (works: number): SitePath[] =>
  SOURCE_ORDERS.flatMap((order) => listAddresses(works, sourcePagination(order)))
