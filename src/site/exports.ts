/** The files beside the pages, by their paths under the site's base. */
import type { InquiryEntry } from '../corpus/entry.ts'
import { ALL_ANSWERS, allAnswers, answersAddress, answersOf } from '../corpus/exports/atom.ts'
import { graphOf } from '../corpus/exports/graph.ts'
import { jsonAddress, jsonOf } from '../corpus/exports/json.ts'
import { llmsTxt } from '../corpus/exports/llms.ts'
import { markdownAddress, markdownOf } from '../corpus/exports/markdown.ts'
import { KINDS, type SitePath } from '../corpus/model.ts'
import type { Shelved, Site } from './site.ts'

export interface ExportedFile {
  /** Decoded, without a slash at its beginning. */
  readonly path: string
  readonly content: () => string
}

/** Addresses of the other forms of an entry's page. */
export const besideEntry = ({ address, parsed }: Pick<Shelved, 'address' | 'parsed'>): SitePath[] => [
  markdownAddress(address),
  jsonAddress(address),
  ...(parsed.kind === 'inquiry' ? [answersAddress(address)] : []),
]

export const filePath = (address: SitePath): string =>
  decodeURI(address)
    .replace(/^\//, '')
    .replace(/(^|\/)$/, '$1index.html')

/** Of the entries whose pages are due. */
export const entryFiles = (site: Site): ExportedFile[] =>
  KINDS.flatMap((kind): Shelved[] => site.due(kind)).flatMap((shelved) => filesOf(site, shelved))

function filesOf(site: Site, shelved: Shelved): ExportedFile[] {
  const { address, parsed } = shelved
  return [
    { path: filePath(markdownAddress(address)), content: () => markdownOf(site.corpus, parsed, shelved.open()) },
    { path: filePath(jsonAddress(address)), content: () => jsonOf(shelved.open(), site.settings) },
    ...(parsed.kind === 'inquiry'
      ? [
          {
            path: filePath(answersAddress(address)),
            content: () => answersOf(shelved.open() as InquiryEntry, site.settings),
          },
        ]
      : []),
  ]
}

export const siteFiles = (site: Site): ExportedFile[] => [
  { path: 'graph.json', content: () => `${JSON.stringify(graphOf(site.corpus))}\n` },
  {
    path: filePath(ALL_ANSWERS),
    content: () =>
      allAnswers(
        site.shelf('inquiry').map((each) => each.open()),
        site.settings,
      ),
  },
  { path: 'llms.txt', content: () => llmsTxt(site.corpus) },
]
