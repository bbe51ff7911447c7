/** Where the lists of entries are. */
import { listAddresses, type Cut } from './pages.ts'
import { isInquiry, isNote, type Corpus, type Parsed, type SitePath } from '../model.ts'

/** @param most That is some 250 kB of HTML. */
const cutOf = (list: SitePath, most: number): Cut => ({
  most,
  addressOf: (page) => (page === 1 ? list : `${list}page/${page}/`),
})
export const INQUIRIES = cutOf('/inquiries/', 150)
export const NOTES = cutOf('/notes/', 600)

/** @param page From 1, of all that belongs to the topic. */
export const topicPath = (slug: string, page = 1): SitePath => `/topics/${slug}/${page === 1 ? '' : `${page}/`}`

/** Of every page of every list. */
export function* listingAddresses(entries: readonly Parsed[], topics: Corpus['topics']): Generator<SitePath> {
  yield* listAddresses(entries.filter(isInquiry).length, INQUIRIES)
  yield* listAddresses(entries.filter(isNote).length, NOTES)
  for (const { slug, members } of topics.values()) {
    const [inquiries, notes] = [members.filter(isInquiry).length, members.filter(isNote).length]
    const addressOf = (page: number): SitePath => topicPath(slug, page)
    const lists = [listAddresses(inquiries, { ...INQUIRIES, addressOf }), listAddresses(notes, { ...NOTES, addressOf })]
    yield* new Set(lists.flat())
  }
}
