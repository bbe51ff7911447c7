/** Gives access to the entries of a corpus, kind by kind, and renders each only when it is asked for. */
import type { CanvasEntry, InquiryEntry, NoteEntry, PageEntry } from '../corpus/model/entry.ts'
import { SECTION_PATHS } from '../corpus/names/identify.ts'
import type { Parsed } from '../corpus/model/parsed.ts'
import { render } from '../corpus/render/render.ts'
import { renderSource } from '../corpus/render/render-source.ts'
import type { AnyEntry, SourceEntry } from '../corpus/model/source-entry.ts'
import { KINDS, type Kind, type SitePath } from '../corpus/vocabulary.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { SOURCES_PATH, workAddress } from '../corpus/address.ts'
import { digest } from './cache/digest.ts'

/** The type of entry in each collection. */
export interface EntryOf {
  inquiry: InquiryEntry
  note: NoteEntry
  page: PageEntry
  canvas: CanvasEntry
  source: SourceEntry
}

/** The name of a collection: a kind of entries that have pages. */
export type CollectionName = keyof EntryOf

/** The names of all collections, in the order in which builds go through them. */
export const COLLECTIONS: readonly CollectionName[] = [...KINDS, 'source']

/** An entry that is rendered when it is opened. */
export interface LazyEntry<E extends AnyEntry = AnyEntry> {
  /** The route parameter of the page: its address without that of its section, and without a slash at either end. */
  readonly slug: string
  readonly address: SitePath
  /** Returns the rendered entry. It is rendered once, however often it is opened. */
  open(): E
  /** Returns the digest of the rendered entry. It is computed once, and does not keep the entry where few are printed. */
  digest(): string
}

/**
 * The entries of one corpus. It keeps each entry that was rendered, so that in dev only the pages that are opened are
 * rendered.
 */
export class EntryStore {
  readonly #corpus: Corpus
  readonly #opened = new Map<SitePath, AnyEntry>()
  readonly #digests = new Map<SitePath, string>()
  #printsFew = false

  constructor(corpus: Corpus) {
    this.#corpus = corpus
  }

  /**
   * Says that of most entries only the digest will be asked for, as in a build that finds most pages up to date. To keep
   * all entries for pages that nobody prints takes a fifth of the time of such a build, and half a gigabyte of ten
   * thousand entries. Inquiries are kept, because feeds and tables are made from them besides.
   */
  expectFewPages(): void {
    this.#printsFew = true
  }

  /** Returns the entries of a kind, sorted by path; sources are sorted by key. */
  collection<K extends CollectionName>(kind: K): LazyEntry<EntryOf[K]>[] {
    return (kind === 'source' ? this.#sourceEntries() : this.fileEntries(kind)) as LazyEntry<EntryOf[K]>[]
  }

  #sourceEntries(): LazyEntry[] {
    const works = [...this.#corpus.works.values()]
    return works.map(
      (work) =>
        new StoredEntry(this, workAddress(work), SOURCES_PATH, undefined, () => renderSource(this.#corpus, work)),
    )
  }

  /** Returns the entries of a kind that come from files, each with its parsed file. */
  fileEntries<K extends Kind>(kind: K): (LazyEntry<EntryOf[K]> & { readonly parsed: Parsed })[] {
    const { entries, addresses } = this.#corpus
    const files = [...entries.values()].filter((entry) => entry.kind === kind)
    return files.map((parsed) => {
      const make = (): EntryOf[K] => render(this.#corpus, parsed) as EntryOf[K]
      return new StoredEntry(this, addresses.get(parsed.path)!, SECTION_PATHS[kind], parsed, make)
    })
  }

  /** Returns the entry at an address, which is made once. */
  open<E extends AnyEntry>(address: SitePath, make: () => E): E {
    const entry = (this.#opened.get(address) as E | undefined) ?? make()
    this.#opened.set(address, entry)
    return entry
  }

  /** Returns the digest of the entry at an address. */
  digestOf(address: SitePath, make: () => AnyEntry): string {
    const known = this.#digests.get(address) ?? digest(this.#seen(address, make))
    this.#digests.set(address, known)
    return known
  }

  #seen(address: SitePath, make: () => AnyEntry): AnyEntry {
    const isKept = !this.#printsFew || address.startsWith(SECTION_PATHS.inquiry)
    return isKept ? this.open(address, make) : (this.#opened.get(address) ?? make())
  }
}

/**
 * An entry of a store. In development one is made for each entry of the site after each change, so its functions are
 * those of a class: a copy of them for each of ten thousand entries takes ten milliseconds more.
 */
class StoredEntry<E extends AnyEntry, P extends Parsed | undefined> implements LazyEntry<E> {
  readonly address: SitePath
  readonly parsed: P
  private readonly store: EntryStore
  private readonly section: SitePath
  private readonly make: () => E

  constructor(store: EntryStore, address: SitePath, section: SitePath, parsed: P, make: () => E) {
    this.store = store
    this.address = address
    this.section = section
    this.parsed = parsed
    this.make = make
  }

  get slug(): string {
    return this.address.slice(this.section.length, -1)
  }

  open(): E {
    return this.store.open(this.address, this.make)
  }

  digest(): string {
    return this.store.digestOf(this.address, this.make)
  }
}
