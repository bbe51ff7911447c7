import { groundsPages, type GroundsPage } from './grounds-pages.ts'
import { sourceLists } from '../corpus/lists/source-lists.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { SourceList } from '../corpus/model/source-entry.ts'
import { hostFile } from '../corpus/redirects/host-file.ts'
import { redirectFacts, redirectPage } from '../corpus/redirects/redirect-page.ts'
import { redirectsOf, type Redirects } from '../corpus/redirects/redirects.ts'
import type { Alternate } from './alternate.ts'
import type { SitePath } from '../corpus/vocabulary.ts'
import { alternatesOf } from './alternates.ts'
import { EntryStore } from './entry-store.ts'
import { listPlans, listsOf, type ListPlans, type Lists } from './lists.ts'
import { hasPictures, sharePictures, type SharePicture } from './share-pictures.ts'
import { ownAddresses } from './own-files.ts'
import { publicFiles } from './public-files.ts'
import { navigationOf, type Navigation } from './navigation.ts'

/**
 * What the pages of a site show of its corpus. Each value is derived when it is first asked for; another corpus has
 * another object.
 */
export class Derived {
  readonly store: EntryStore
  readonly #corpus: Corpus
  #navigation: Navigation | undefined
  #listPlans: ListPlans | undefined
  #lists: Lists | undefined
  #sourceLists: readonly SourceList[] | undefined
  #groundsPages: readonly GroundsPage[] | undefined
  #alternates: readonly Alternate[] | undefined
  #staticFiles: ReadonlySet<SitePath> | undefined
  /** This is null where the site has none. Every page asks for it. */
  #sharePictures: readonly SharePicture[] | null | undefined
  #redirects: Redirects | undefined
  #redirectPages: readonly Alternate[] | undefined

  constructor(corpus: Corpus) {
    this.#corpus = corpus
    this.store = new EntryStore(corpus)
  }

  get navigation(): Navigation {
    return (this.#navigation ??= navigationOf(this.#corpus))
  }

  get #plans(): ListPlans {
    return (this.#listPlans ??= listPlans(this.#corpus))
  }

  get lists(): Lists {
    return (this.#lists ??= listsOf(this.#corpus, this.#plans))
  }

  get sourceLists(): readonly SourceList[] {
    return (this.#sourceLists ??= sourceLists(this.#corpus, this.#plans.sources))
  }

  /** The pages of what answers rest on. */
  get groundsPages(): readonly GroundsPage[] {
    return (this.#groundsPages ??= groundsPages(this.#corpus, this.store))
  }

  /** The pages at addresses that entries had before, and what is wrong with those addresses. */
  get redirects(): Redirects {
    return (this.#redirects ??= redirectsOf(this.#corpus, () => [
      ...this.alternates.map(({ address }) => address),
      ...this.staticFiles,
      ...ownAddresses(),
    ]))
  }

  /** The same pages, as files, and the file by which the host leads on. */
  get redirectPages(): readonly Alternate[] {
    return (this.#redirectPages ??= [...this.#pagesAtOldAddresses, ...this.#hostFiles])
  }

  get #pagesAtOldAddresses(): Alternate[] {
    return this.redirects.redirects.map(({ address, to }) => ({
      address,
      type: 'text/html',
      dependsOn: () => redirectFacts(this.#corpus, to),
      content: () => redirectPage(this.#corpus, to),
    }))
  }

  /** The file in which the host reads the same, unless the owner has one. */
  get #hostFiles(): Alternate[] {
    const file = hostFile(this.#corpus, () => this.redirects.redirects)
    return file === undefined || this.staticFiles.has(file.address) ? [] : [file]
  }

  /** The addresses of the static files. The owner's own file takes the place of one that the build would make. */
  get staticFiles(): ReadonlySet<SitePath> {
    return (this.#staticFiles ??= new Set(publicFiles()))
  }

  /** The pictures of links that readers share. It is undefined where the site has none. */
  get sharePictures(): readonly SharePicture[] | undefined {
    if (this.#sharePictures === undefined)
      this.#sharePictures = hasPictures(this.#corpus) ? sharePictures(this.#corpus) : null
    return this.#sharePictures ?? undefined
  }

  get alternates(): readonly Alternate[] {
    return (this.#alternates ??= alternatesOf(this.#corpus, this.store, this.#plans, this.groundsPages).filter(
      ({ address }) => !this.staticFiles.has(address),
    ))
  }
}
