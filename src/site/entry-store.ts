/** The entries of a corpus, kind by kind, each rendered when it is asked for, so that dev renders only the page that is open. */
import type { InquiryEntry, NoteEntry, PageEntry } from '../corpus/model/entry.ts'
import { SECTIONS } from '../corpus/identity.ts'
import type { Parsed } from '../corpus/model/parsed.ts'
import { render } from '../corpus/render/render.ts'
import { renderSource } from '../corpus/render/render-source.ts'
import type { AnyEntry, SourceEntry } from '../corpus/model/source-entry.ts'
import { KINDS, type Kind, type SitePath } from '../corpus/vocabulary.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { SOURCES, workAddress } from '../corpus/address.ts'

export interface EntryOf {
  inquiry: InquiryEntry
  note: NoteEntry
  page: PageEntry
  source: SourceEntry
}

/** The kinds of entries that have pages. */
export type CollectionName = keyof EntryOf
export const COLLECTIONS: readonly CollectionName[] = [...KINDS, 'source']

export interface LazyEntry<E extends AnyEntry = AnyEntry> {
  /** The part of its address after that of its section, without slashes at the ends: the page's route parameter. */
  readonly slug: string
  readonly address: SitePath
  open(): E
}

export class EntryStore {
  readonly #corpus: Corpus
  readonly #opened = new Map<SitePath, AnyEntry>()

  constructor(corpus: Corpus) {
    this.#corpus = corpus
  }

  /** The entries of a kind, in the order of their paths, or of their keys. */
  collection<K extends CollectionName>(kind: K): LazyEntry<EntryOf[K]>[] {
    return (kind === 'source' ? this.#sourceEntries() : this.fileEntries(kind)) as LazyEntry<EntryOf[K]>[]
  }

  #sourceEntries(): LazyEntry[] {
    const works = [...this.#corpus.works.values()]
    return works.map((work) => this.#lazyEntry(workAddress(work), SOURCES, () => renderSource(this.#corpus, work)))
  }

  /** Those of files, with what was read of each. */
  fileEntries<K extends Kind>(kind: K): (LazyEntry<EntryOf[K]> & { readonly parsed: Parsed })[] {
    const { entries, addresses } = this.#corpus
    const files = [...entries.values()].filter((entry) => entry.kind === kind)
    return files.map((parsed) => ({
      ...(this.#lazyEntry(addresses.get(parsed.path)!, SECTIONS[kind], () => render(this.#corpus, parsed)) as LazyEntry<
        EntryOf[K]
      >),
      parsed,
    }))
  }

  #lazyEntry(address: SitePath, section: SitePath, render: () => AnyEntry): LazyEntry {
    const open = (): AnyEntry => {
      const entry = this.#opened.get(address) ?? render()
      this.#opened.set(address, entry)
      return entry
    }
    return { slug: address.slice(section.length, -1), address, open }
  }
}
