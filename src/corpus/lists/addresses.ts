/** Where the lists of entries are. */
import { topicPath } from '../address.ts'
import { isInquiry, isNote, type Corpus, type Parsed, type SitePath, type Topic } from '../model.ts'
import { listAddresses, type Cut } from './pages.ts'

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
