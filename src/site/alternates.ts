/** The files beside the pages of entries: what they are called, what they are made from, and what is in them. */
import { EXPORTS } from '../corpus/bibliography/formats.ts'
import { evidenceCsv } from '../corpus/exports/evidence-csv.ts'
import { answersAddress, answersOf } from '../corpus/exports/atom.ts'
import { jsonAddress, jsonOf } from '../corpus/exports/json.ts'
import { markdownAddress, markdownOf } from '../corpus/exports/markdown.ts'
import type { Shelves } from './entry-store.ts'
import { KINDS, type SitePath } from '../corpus/vocabulary.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { workAddress } from '../corpus/address.ts'

export interface FileBeside {
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
export const filesBeside = (corpus: Corpus, shelves: Shelves): FileBeside[] => [
  ...texts(corpus, shelves),
  ...ofInquiries(corpus, shelves),
  ...ofWorks(corpus),
]

function texts(corpus: Corpus, shelves: Shelves): FileBeside[] {
  return KINDS.flatMap((kind) => shelves.entriesOf(kind)).flatMap(({ parsed, address, ...shelved }) => [
    {
      address: markdownAddress(address),
      type: 'text/markdown',
      page: address,
      from: () => parsed.text,
      content: () => markdownOf(corpus, parsed, shelved.open()),
    },
    {
      address: jsonAddress(address),
      type: 'application/json',
      page: address,
      from: () => undefined,
      content: () => jsonOf(shelved.open(), corpus.settings),
    },
  ])
}

function ofInquiries({ settings }: Corpus, shelves: Shelves): FileBeside[] {
  return shelves.of('inquiry').flatMap((shelved) => [
    {
      address: `${shelved.address}evidence.csv`,
      type: 'text/csv',
      from: () => [settings.url, shelved.open().evidence],
      content: () => evidenceCsv(shelved.open(), settings),
    },
    {
      address: answersAddress(shelved.address),
      type: 'application/atom+xml',
      from: () => [settings, shelved.open().title, shelved.open().history],
      content: () => answersOf(shelved.open(), settings),
    },
  ])
}

const ofWorks = ({ works }: Corpus): FileBeside[] =>
  [...works.values()].flatMap((work) =>
    EXPORTS.map(({ extension, type, write }) => ({
      address: `${workAddress(work)}${work.slug}.${extension}`,
      type,
      from: () => [work.source.key, work.source.csl, work.source.arxiv],
      content: () => write(work.source),
    })),
  )
