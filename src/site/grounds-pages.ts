/** Lists the pages of what answers rest on. Each is gathered when it is asked for. */
import { groundsAddress, hasGrounds } from '../corpus/grounds-address.ts'
import { groundsOf, type Grounds } from '../corpus/grounds/grounds.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { ParsedInquiry } from '../corpus/model/parsed.ts'
import type { SitePath } from '../corpus/vocabulary.ts'
import type { EntryStore } from './entry-store.ts'

/** The page of what an answer rests on. */
export interface GroundsPage {
  readonly address: SitePath
  /** The address of the inquiry, with which the page is in the same share. */
  readonly owner: SitePath
  /** The route parameter of the page: the address of the inquiry without that of its section. */
  readonly slug: string
  /** Returns what the page shows. It is gathered once, however often it is opened. */
  readonly open: () => Grounds
}

/** Returns the pages of a site, in the order of the inquiries. */
export const groundsPages = (corpus: Corpus, store: EntryStore): GroundsPage[] =>
  store.fileEntries('inquiry').flatMap((lazyEntry) => {
    const { address, slug } = lazyEntry
    const inquiry = lazyEntry.parsed as ParsedInquiry
    if (!hasGrounds(inquiry.data)) return []
    let grounds: Grounds | undefined
    return [
      {
        address: groundsAddress(address),
        owner: address,
        slug,
        open: () => (grounds ??= groundsOf(corpus, inquiry, lazyEntry.open())),
      },
    ]
  })
