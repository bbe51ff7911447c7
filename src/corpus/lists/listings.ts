/** Corpus → the lists of the site: summaries of entries, in the order in which they are shown, cut into pages where there are many. */
import { withBase } from '../address.ts'
import type { InquirySummary, NoteSummary, TopicPage, TopicSummary } from '../entry.ts'
import { INQUIRIES, NOTES, topicPath } from './addresses.ts'
import { inPages, linksTo, listPages, type ListPage } from './pages.ts'
import { isInquiry, isNote, type Corpus, type Parsed, type SitePath, type Topic } from '../model.ts'
import { newestFirst, summariseInquiry, summariseNote } from './summaries.ts'

/** Newest first, then by title. */
export const inquiryList = (corpus: Corpus): InquirySummary[] =>
  entriesOf(corpus)
    .filter(isInquiry)
    .map((inquiry) => summariseInquiry(corpus, inquiry))

/** Newest first, then by title. */
export const noteList = (corpus: Corpus): NoteSummary[] =>
  entriesOf(corpus)
    .filter(isNote)
    .map((note) => summariseNote(corpus, note))

const entriesOf = ({ entries }: Corpus): Parsed[] => [...entries.values()].sort(newestFirst)

export const inquiryPages = ({ settings }: Corpus, inquiries: readonly InquirySummary[]): ListPage<InquirySummary>[] =>
  listPages(settings, inquiries, INQUIRIES, ({ date }) => month(date, settings.language))

export const notePages = ({ settings }: Corpus, notes: readonly NoteSummary[]): ListPage<NoteSummary>[] =>
  listPages(settings, notes, NOTES, ({ date }) => month(date, settings.language))

function month(date: string | undefined, language: string): string {
  const format = months.get(language) ?? new Intl.DateTimeFormat(language, MONTH)
  months.set(language, format)
  return date === undefined ? 'undated' : format.format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`))
}
const months = new Map<string, Intl.DateTimeFormat>()
const MONTH = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const

/** By name. */
export const topicList = ({ settings, topics }: Corpus): TopicSummary[] =>
  [...topics.values()].map((topic) => ({
    name: topic.name,
    slug: topic.slug,
    href: withBase(settings, topicPath(topic.slug)),
    count: { inquiries: topic.members.filter(isInquiry).length, notes: topic.members.filter(isNote).length },
  }))

/** Questions first. */
export const topicPages = (corpus: Corpus): TopicPage[] =>
  [...corpus.topics.values()].flatMap((topic) => pagesOfTopic(corpus, topic))

function pagesOfTopic(corpus: Corpus, { name, slug, members }: Topic): TopicPage[] {
  const sorted = [...members].sort(newestFirst)
  const [inquiries, notes] = [sorted.filter(isInquiry), sorted.filter(isNote)]
  const [ofInquiries, ofNotes] = [inPages(inquiries, INQUIRIES.most), inPages(notes, NOTES.most)]
  const numbers = Array.from({ length: Math.max(ofInquiries.length, ofNotes.length) }, (_, index) => index + 1)
  const addressOf = (page: number): SitePath => topicPath(slug, page)
  const pages = linksTo(corpus.settings, { addressOf }, numbers.map(String))
  return numbers.map((page) => ({
    ...{ name, address: addressOf(page), page, pages },
    count: { inquiries: inquiries.length, notes: notes.length },
    inquiries: (ofInquiries[page - 1] ?? []).map((inquiry) => summariseInquiry(corpus, inquiry)),
    notes: (ofNotes[page - 1] ?? []).map((note) => summariseNote(corpus, note)),
  }))
}
