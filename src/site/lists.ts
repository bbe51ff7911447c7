import type { InquirySummary, NoteSummary, TopicSummary } from '../corpus/entry.ts'
import { filterValues, inquiryList, noteList, topicList } from '../corpus/listings.ts'
import type { Corpus } from '../corpus/model.ts'
import { sourceTitles } from '../corpus/source-lists.ts'
import type { FilterName } from '../corpus/search-record.ts'
import type { SourceTitle } from '../corpus/source-entry.ts'

/** The lists of the site, each in the order in which it is shown. */
export interface Lists {
  readonly inquiries: readonly InquirySummary[]
  readonly notes: readonly NoteSummary[]
  readonly sources: readonly SourceTitle[]
  readonly topics: readonly TopicSummary[]
  /** What search results can be narrowed to. */
  readonly filters: Readonly<Record<Exclude<FilterName, 'author'>, readonly string[]>>
}

export const listsOf = (corpus: Corpus): Lists => ({
  inquiries: inquiryList(corpus),
  notes: noteList(corpus),
  sources: sourceTitles(corpus),
  topics: topicList(corpus),
  filters: filterValues(corpus),
})
