import { topicPath } from '../../corpus/address.ts'
import { digest } from '../../site/cache/digest.ts'
import { searchRecord, topicRecord } from '../../corpus/search/record.ts'
import { searchWords } from '../../corpus/search/spelling-dictionary.ts'
import type { Site } from '../../site/index.ts'
import { exampleQuestions } from '../../corpus/search/example-questions.ts'
import { functionWords } from '../../corpus/search/function-words.ts'
import type { LazySearchRecord, SiteFacts } from './build-index.ts'

/**
 * Returns the search records of a site: one for each entry and one for each topic. An entry is rendered when its record
 * is asked for, because all records at once would take as much memory as all pages.
 */
export function recordsOf(site: Site): LazySearchRecord[] {
  // What is written of a topic is found with the topic.
  const ofTopics = new Set(site.lists.topics.map(({ slug }) => topicPath(slug)))
  const abouts = new Map(site.collection('page').map((page) => [page.address, page]))
  const hasLanguages = site.lists.filters.language.length > 0
  const entries = site.entries.filter(({ address }) => !ofTopics.has(address))
  return [
    ...entries.map((lazyEntry) => ({
      url: lazyEntry.address,
      html: () => searchRecord(lazyEntry.open(), site.settings.language, hasLanguages).html,
      words: () => searchWords(lazyEntry.open()),
      digest: () => digest([site.settings.language, hasLanguages, lazyEntry.digest()]),
    })),
    ...site.lists.topics.map((topic) => {
      const about = abouts.get(topicPath(topic.slug))?.open()
      const { url, html } = topicRecord(topic, site.settings.language, about)
      return { url, html: () => html, words: () => (about ? searchWords(about) : []), digest: () => digest(html) }
    }),
  ]
}

/** Returns what the pages of a site have to know before they search. */
export const searchFacts = ({ settings, lists }: Site): SiteFacts => ({
  functionWords: functionWords(settings.language),
  examples: exampleQuestions(lists.inquiries),
})
