import { digest } from '../../site/cache/digest.ts'
import { searchRecord, topicRecord } from '../../corpus/search/record.ts'
import { searchWords } from '../../corpus/search/spelling-dictionary.ts'
import type { Site } from '../../site/index.ts'
import type { LazySearchRecord } from './build-index.ts'

/**
 * Returns the search records of a site: one for each entry and one for each topic. An entry is rendered when its record
 * is asked for, because all records at once would take as much memory as all pages.
 */
export const recordsOf = (site: Site): LazySearchRecord[] => [
  ...site.entries.map((lazyEntry) => ({
    url: lazyEntry.address,
    html: () => searchRecord(lazyEntry.open(), site.settings.language).html,
    words: () => searchWords(lazyEntry.open()),
    digest: () => digest([site.settings.language, lazyEntry.digest()]),
  })),
  ...site.lists.topics.map((topic) => {
    const { url, html } = topicRecord(topic, site.settings.language)
    return { url, html: () => html, words: () => [], digest: () => digest(html) }
  }),
]
