/** The files beside the pages, by their paths under the site's base. */
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
export const besideEntry = (address: SitePath): SitePath[] => [markdownAddress(address), jsonAddress(address)]

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
  ]
}

export const siteFiles = (site: Site): ExportedFile[] => [
  { path: 'graph.json', content: () => `${JSON.stringify(graphOf(site.corpus))}\n` },
  { path: 'llms.txt', content: () => llmsTxt(site.corpus) },
]
