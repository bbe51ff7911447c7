/** Every search record of the site. */
import { searchRecord, topicRecord } from '../../corpus/search/record.ts'
import { searchWords } from '../../corpus/search/spelling-dictionary.ts'
import type { Site } from '../../site/index.ts'
import type { SiteRecord } from './build-index.ts'

/** Made when they are asked for: all of them at once would fill as much memory as all the pages. */
export const recordsOf = (site: Site): SiteRecord[] => [
  ...site.entries.map((lazyEntry) => ({
    url: lazyEntry.address,
    html: () => searchRecord(lazyEntry.open(), site.settings.language).html,
    words: () => searchWords(lazyEntry.open()),
  })),
  ...site.lists.topics.map((topic) => {
    const { url, html } = topicRecord(topic, site.settings.language)
    return { url, html: () => html, words: () => [] }
  }),
]
