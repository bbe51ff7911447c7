/** The files beside the pages of entries: what they are called, what they are made from, and what is in them. */
import { EXPORTS } from '../corpus/bibliography/exports.ts'
import { evidenceCsv } from '../corpus/evidence-csv.ts'
import type { Corpus, SitePath } from '../corpus/model.ts'
import { workAddress } from '../corpus/works.ts'
import type { Shelves } from './shelves.ts'

export interface FileBeside {
  readonly address: SitePath
  /** Of its content, with the encoding. */
  readonly type: string
  /** Everything that its content is made from, as plain data. */
  readonly from: () => unknown
  readonly content: () => string
}

/** Each work in the formats of reference managers, and the evidence of each inquiry as a table. */
export function filesBeside({ works, settings }: Corpus, shelves: Shelves): FileBeside[] {
  const sources = [...works.values()].flatMap((work) =>
    EXPORTS.map(({ extension, type, write }) => ({
      address: `${workAddress(work)}${work.slug}.${extension}`,
      type: `${type}; charset=utf-8`,
      from: () => [work.source.key, work.source.csl, work.source.arxiv],
      content: () => write(work.source),
    })),
  )
  const tables = shelves.of('inquiry').map((shelved) => ({
    address: `${shelved.address}evidence.csv`,
    type: 'text/csv; charset=utf-8',
    from: () => [settings.url, shelved.open().evidence],
    content: () => evidenceCsv(shelved.open(), settings),
  }))
  return [...sources, ...tables]
}
