/** Gathers the lists that the overview pages of a site show. */
import type { CanvasSummary, InquirySummary, NoteSummary } from '../corpus/lists/summaries.ts'
import type { TopicPage, TopicSummary } from '../corpus/lists/listings.ts'
import { basePages, type PrintedBasePage } from '../corpus/lists/base-pages.ts'
import { filterValues } from '../corpus/search/filter-values.ts'
import {
  canvasPages,
  inquiryList,
  inquiryPages,
  noteList,
  notePages,
  topicList,
  topicPages,
} from '../corpus/lists/listings.ts'
import { sourceTitles } from '../corpus/lists/source-lists.ts'
import type { FilterName } from '../corpus/search/record.ts'
import type { SourceTitle } from '../corpus/model/source-entry.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { ListPage } from '../corpus/model/list-page.ts'

/** The lists of the site, each in the order in which it is shown. */
export interface Lists {
  readonly inquiries: readonly InquirySummary[]
  readonly notes: readonly NoteSummary[]
  readonly sources: readonly SourceTitle[]
  readonly topics: readonly TopicSummary[]
  /** The lists of inquiries, notes and canvases divided into pages, and the pages of each topic. */
  readonly pages: {
    readonly inquiries: readonly ListPage<InquirySummary>[]
    readonly notes: readonly ListPage<NoteSummary>[]
    readonly topics: readonly TopicPage[]
    readonly canvases: readonly ListPage<CanvasSummary>[]
    /** The list of bases, their pages, and those of their long views. */
    readonly bases: readonly PrintedBasePage[]
  }
  /** The values of each search filter. The values of `author` come from the index itself. */
  readonly filters: Readonly<Record<Exclude<FilterName, 'author'>, readonly string[]>>
}

/** Returns the lists of a corpus. */
export function listsOf(corpus: Corpus): Lists {
  const [inquiries, notes] = [inquiryList(corpus), noteList(corpus)]
  return {
    inquiries,
    notes,
    sources: sourceTitles(corpus),
    topics: topicList(corpus),
    pages: {
      inquiries: inquiryPages(corpus, inquiries),
      notes: notePages(corpus, notes),
      topics: topicPages(corpus),
      canvases: canvasPages(corpus),
      bases: basePages(corpus),
    },
    filters: filterValues(corpus),
  }
}
