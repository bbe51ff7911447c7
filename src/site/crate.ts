/** Makes the file that describes a site as an RO-Crate. */
import { RO_CRATE, roCrate } from '../corpus/exports/ro-crate.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { KINDS } from '../corpus/vocabulary.ts'
import type { AlternateFile } from './alternate.ts'
import type { EntryStore } from './entry-store.ts'

/** Returns the file. Every entry is rendered to write it. */
export const crateFile = (corpus: Corpus, entries: Pick<EntryStore, 'collection'>): AlternateFile => ({
  address: RO_CRATE,
  content: () =>
    roCrate(
      corpus,
      KINDS.flatMap((kind) => entries.collection(kind).map((lazyEntry) => lazyEntry.open())),
    ),
})
