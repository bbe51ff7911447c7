/** Lists the files by which search engines, browsers and devices find the site and what is in it. */
import { OPEN_SEARCH, openSearch } from '../corpus/exports/open-search.ts'
import { robotsTxt } from '../corpus/exports/robots.ts'
import { SITEMAP, sitemapFiles } from '../corpus/exports/sitemap.ts'
import { MANIFEST, webManifest } from '../corpus/exports/web-manifest.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { SitePath } from '../corpus/vocabulary.ts'
import type { AlternateFile } from './alternate.ts'
import { ownAddresses } from './own-files.ts'
import { publicFiles } from './public-files.ts'

/** Returns the files of the sitemap, and the description of the search. */
export const xmlFiles = (corpus: Corpus): AlternateFile[] => [
  ...sitemap(corpus),
  ...written(OPEN_SEARCH, openSearch(corpus.settings)),
]

/** Returns `robots.txt`, where it says something. */
export const robotsFiles = ({ settings }: Corpus): AlternateFile[] => written('/robots.txt', robotsTxt(settings))

/** Returns the manifest of the site. */
export const manifestFiles = ({ settings }: Corpus): AlternateFile[] => [
  { address: MANIFEST, content: () => webManifest(settings, new Set(publicFiles())) },
]

/** Returns the files of the sitemap. Only of a large site are there several, and only then are they written to know. */
function sitemap(corpus: Corpus): AlternateFile[] {
  let made: Map<SitePath, string> | undefined
  const files = (): Map<SitePath, string> => (made ??= sitemapFiles(corpus, ownAddresses()))
  if (corpus.settings.url === undefined) return []
  const isLarge = corpus.entries.size + corpus.works.size + corpus.topics.size > 40_000
  const addresses = isLarge ? [...files().keys()] : [SITEMAP]
  return addresses.map((address) => ({ address, content: () => files().get(address)! }))
}

const written = (address: SitePath, text: string | undefined): AlternateFile[] =>
  text === undefined ? [] : [{ address, content: () => text }]
