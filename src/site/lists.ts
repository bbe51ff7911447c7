/** Gathers the lists that the overview pages of a site show. */
import type { CanvasSummary, InquirySummary, NoteSummary } from '../corpus/lists/summaries.ts'
import { topicList, topicPages, type TopicPage, type TopicSummary } from '../corpus/lists/topic-lists.ts'
import { findingsPages, type FindingsPage } from '../corpus/findings/findings-page.ts'
import { basePages, type PrintedBasePage } from '../corpus/lists/base-pages.ts'
import { listViews } from '../corpus/lists/list-views.ts'
import { filterValues } from '../corpus/search/filter-values.ts'
import { canvasPages, inquiryPlan, notePlan, summariesOf, type EntryList } from '../corpus/lists/listings.ts'
import { sourcePlan, sourceTitles, type SourcePlan } from '../corpus/lists/source-lists.ts'
import { ownFacetsOf, type OwnFacet } from '../corpus/lists/own-facets.ts'
import { newsList, newsPages, type NewsItem } from '../corpus/lists/news.ts'
import type { FilterName } from '../corpus/search/record.ts'
import type { SourceTitle } from '../corpus/model/source-entry.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { ListPage, ListView } from '../corpus/model/list-page.ts'
import type { ParsedInquiry, ParsedNote } from '../corpus/model/parsed.ts'

/** The lists of the site, each in the order in which it is shown. */
export interface Lists {
  readonly inquiries: readonly InquirySummary[]
  readonly notes: readonly NoteSummary[]
  readonly sources: readonly SourceTitle[]
  readonly topics: readonly TopicSummary[]
  /** The lists of inquiries, notes and canvases divided into pages, and the pages of each topic. */
  readonly pages: {
    readonly inquiries: readonly ListView<InquirySummary>[]
    readonly notes: readonly ListView<NoteSummary>[]
    readonly topics: readonly TopicPage[]
    readonly canvases: readonly ListPage<CanvasSummary>[]
    /** What is new, page by page. */
    readonly news: readonly ListPage<NewsItem>[]
    /** The list of bases, their pages, and those of their long views. */
    readonly bases: readonly PrintedBasePage[]
    /** What the notes of inquiries found, for each inquiry of which a note states facts of its study. */
    readonly findings: readonly FindingsPage[]
  }
  /** The values of each search filter. The values of `author` come from the index itself. */
  readonly filters: Readonly<Record<Exclude<FilterName, 'author'>, readonly string[]>>
  /** The fields of the owner's own by which the search can be narrowed. */
  readonly ownFilters: readonly OwnFacet[]
}

/** The long lists of a site before they are cut into pages. */
export interface ListPlans {
  readonly inquiries: EntryList<ParsedInquiry, InquirySummary>
  readonly notes: EntryList<ParsedNote, NoteSummary>
  readonly sources: SourcePlan
}

/** Returns the plans of the lists of a corpus. */
export const listPlans = (corpus: Corpus): ListPlans => ({
  inquiries: inquiryPlan(corpus),
  notes: notePlan(corpus),
  sources: sourcePlan(corpus),
})

/** Returns the lists of a corpus. */
export function listsOf(corpus: Corpus, { inquiries, notes }: ListPlans): Lists {
  const { settings } = corpus
  return {
    inquiries: summariesOf(inquiries),
    notes: summariesOf(notes),
    sources: sourceTitles(corpus),
    topics: topicList(corpus),
    pages: {
      inquiries: listViews(settings, inquiries),
      notes: listViews(settings, notes),
      topics: topicPages(corpus),
      canvases: canvasPages(corpus),
      news: newsPages(corpus, newsList(corpus)),
      bases: basePages(corpus),
      findings: findingsPages(corpus),
    },
    filters: filterValues(corpus),
    ownFilters: ownFacetsOf(corpus.entries.values(), settings.language),
  }
}
