/** The files beside the pages of entries: what they are called, what they are made from, and what is in them. */
import { REFERENCE_FORMATS } from '../corpus/bibliography/formats.ts'
import { evidenceCsv } from '../corpus/exports/evidence-csv.ts'
import { answersAddress, answersOf } from '../corpus/exports/atom.ts'
import { jsonAddress, jsonOf } from '../corpus/exports/json.ts'
import { markdownAddress, markdownOf } from '../corpus/exports/markdown.ts'
import type { EntryStore } from './entry-store.ts'
import { KINDS, type SitePath } from '../corpus/vocabulary.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { workAddress } from '../corpus/address.ts'

export interface Alternate {
  readonly address: SitePath
  /** Of its content. */
  readonly type: string
  /** The page that shows what it is made from, if there is one. */
  readonly page?: SitePath
  /** Everything else that it is made from, as plain data. */
  readonly from: () => unknown
  readonly content: () => string
}

/** Every entry as Markdown and JSON; each inquiry's evidence as a table and its changes as a feed; works as reference managers take them. */
export const alternatesOf = (corpus: Corpus, store: EntryStore): Alternate[] => [
  ...texts(corpus, store),
  ...ofInquiries(corpus, store),
  ...ofWorks(corpus),
]

function texts(corpus: Corpus, store: EntryStore): Alternate[] {
  return KINDS.flatMap((kind) => store.entriesOf(kind)).flatMap(({ parsed, address, ...lazyEntry }) => [
    {
      address: markdownAddress(address),
      type: 'text/markdown',
      page: address,
      from: () => parsed.text,
      content: () => markdownOf(corpus, parsed, lazyEntry.open()),
    },
    {
      address: jsonAddress(address),
      type: 'application/json',
      page: address,
      from: () => undefined,
      content: () => jsonOf(lazyEntry.open(), corpus.settings),
    },
  ])
}

function ofInquiries({ settings }: Corpus, store: EntryStore): Alternate[] {
  return store.of('inquiry').flatMap((lazyEntry) => [
    {
      address: `${lazyEntry.address}evidence.csv`,
      type: 'text/csv',
      from: () => [settings.url, lazyEntry.open().evidence],
      content: () => evidenceCsv(lazyEntry.open(), settings),
    },
    {
      address: answersAddress(lazyEntry.address),
      type: 'application/atom+xml',
      from: () => [settings, lazyEntry.open().title, lazyEntry.open().history],
      content: () => answersOf(lazyEntry.open(), settings),
    },
  ])
}

const ofWorks = ({ works }: Corpus): Alternate[] =>
  [...works.values()].flatMap((work) =>
    REFERENCE_FORMATS.map(({ extension, type, write }) => ({
      address: `${workAddress(work)}${work.slug}.${extension}`,
      type,
      from: () => [work.source.key, work.source.csl, work.source.arxiv],
      content: () => write(work.source),
    })),
  )
