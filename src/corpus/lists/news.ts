/**
 * This file lists what is new on a site: inquiries and notes that were written or updated, and answers that changed. Its
 * dates are those of the frontmatter, and of commits where that has none, and never those of the clock.
 */
import { hrefOf } from '../address.ts'
import { compareText } from '../compare.ts'
import { dateIn } from '../language.ts'
import { MOST_NEWS_PAGES, NEWS_PAGES } from '../list-addresses.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Change } from '../model/history.ts'
import type { ListPage } from '../model/list-page.ts'
import { isInquiry, isNote, type ParsedInquiry, type ParsedNote } from '../model/parsed.ts'
import { listPages } from '../pagination.ts'
import { ownLanguage } from '../own-language.ts'
import type { FilePath, StatusName } from '../vocabulary.ts'
import { wordsFor } from '../words/words.ts'

/** `NewsItem` is one thing that is new. */
export interface NewsItem {
  readonly path: FilePath
  readonly kind: 'inquiry' | 'note'
  readonly title: string
  readonly href: string
  /** This is the language as a BCP 47 tag. It is undefined where that is the site's language. */
  readonly lang?: string
  /** The entry was written or updated, or its answer, its status or its evidence changed. */
  readonly what: 'written' | 'updated' | 'answer' | 'status' | 'evidence'
  /** This is the status that an inquiry has got, where that changed. */
  readonly status?: StatusName
  /** This is the day as YYYY-MM-DD, or its month or year. */
  readonly date: string
}

/** Lists everything that is new, newest first and then by title. What nothing gives a date is left out. */
export function newsList(corpus: Corpus): NewsItem[] {
  const items = [...corpus.entries.values()].flatMap((entry) =>
    isInquiry(entry) ? newsOfInquiry(corpus, entry) : isNote(entry) ? newsOfEntry(corpus, entry, []) : [],
  )
  return items.sort(inOrderOfNews)
}

/** Compares two items: the newest comes first, and of one day they are in the order of their titles. */
export const inOrderOfNews = (a: NewsItem, b: NewsItem): number =>
  compareText(b.date, a.date) || compareText(a.title, b.title) || compareText(a.path, b.path)

/** Lists when an inquiry was asked and updated, and when its answer changed. */
function newsOfInquiry(corpus: Corpus, inquiry: ParsedInquiry): NewsItem[] {
  const changes = corpus.history.changes.get(inquiry.path) ?? []
  const entry = newsOfEntry(corpus, inquiry, changes)
  const later = changes.filter(({ isFirst }) => !isFirst)
  return [...entry, ...later.flatMap((change) => newsOfChange(corpus, inquiry, change))]
}

/**
 * Lists when an entry was written and when it was updated. Where it says neither, the first commit of an answer tells
 * when it was written, and the last commit of a file that it was updated.
 */
function newsOfEntry(corpus: Corpus, entry: ParsedInquiry | ParsedNote, changes: readonly Change[]): NewsItem[] {
  const { created = changes.find(({ isFirst }) => isFirst)?.date.slice(0, 10), updated } = entry.data
  const item = itemOf(corpus, entry)
  const committed =
    created === undefined && updated === undefined ? corpus.history.revisions.get(entry.path) : undefined
  return [
    ...(created === undefined ? [] : [{ ...item, what: 'written' as const, date: created }]),
    ...(updated === undefined || updated === created ? [] : [{ ...item, what: 'updated' as const, date: updated }]),
    ...(committed === undefined ? [] : [{ ...item, what: 'updated' as const, date: committed.date.slice(0, 10) }]),
  ]
}

/** Says what a commit changed of an answer. A change of evidence that is not public any more is left out. */
function newsOfChange(corpus: Corpus, inquiry: ParsedInquiry, change: Change): NewsItem[] {
  const { answer, status, evidence, date } = change
  const isSeen = evidence.some(({ note }) => corpus.entries.has(note))
  const what = answer !== undefined ? 'answer' : status !== undefined ? 'status' : isSeen ? 'evidence' : undefined
  if (what === undefined) return []
  return [
    {
      ...itemOf(corpus, inquiry),
      what,
      date: date.slice(0, 10),
      ...(status?.to !== undefined && { status: status.to }),
    },
  ]
}

function itemOf(corpus: Corpus, entry: ParsedInquiry | ParsedNote): Omit<NewsItem, 'what' | 'date'> {
  const { kind, path, title } = entry
  const lang = ownLanguage(corpus, entry)
  return { path, kind, title, href: hrefOf(corpus, path), ...(lang !== undefined && { lang }) }
}

/** Cuts what is new into pages, which are labelled by month. A site has so many pages at most; what is older is left out. */
export function newsPages({ settings }: Corpus, news: readonly NewsItem[]): ListPage<NewsItem>[] {
  const { language } = settings
  const shown = news.slice(0, NEWS_PAGES.most * MOST_NEWS_PAGES)
  return listPages(settings, shown, NEWS_PAGES, ({ date }) => monthOf(date, language))
}

/** Groups the items of a page by month, which a date of a year alone does not have. */
export const newsByMonth = (items: readonly NewsItem[], language: string): [month: string, items: NewsItem[]][] => [
  ...Map.groupBy(items, ({ date }) => monthOf(date, language)),
]

/** Gives the month of a date in words, or the year where there is no month. */
const monthOf = (date: string, language: string): string => dateIn(language, date.slice(0, 7), 'day')

/** Says what an item is, such as `Note` or `Answer changed`. */
export function newsInWords({ kind, what, status }: NewsItem, language: string): string {
  const words = wordsFor(language)
  if (what === 'written') return words.news.written[kind]
  if (what === 'status' && status !== undefined) return words.news.statusNow(words.status(status))
  return what === 'updated' ? words.news.updated[kind] : words.news[what]
}
