/** Corpus → the lists of the site: summaries of entries, in the order in which they are shown, cut into pages where there are many. */
import { topicPath, withBase } from '../address.ts'
import type { TopicRef } from '../model/entry.ts'
import { dateIn } from '../language.ts'
import { isInquiry, isNote } from '../model/parsed.ts'
import { INQUIRIES, NOTES, topicAddresses } from '../list-addresses.ts'
import { inPages, linksTo, listPages } from '../pagination.ts'
import { newestFirst, summariseInquiry, summariseNote, type InquirySummary, type NoteSummary } from './summaries.ts'
import type { Corpus } from '../model/corpus.ts'
import type { SitePath } from '../vocabulary.ts'
import type { Topic } from '../model/resolved.ts'
import type { ListPage, PageLink } from '../model/list-page.ts'

export interface TopicSummary extends TopicRef {
  readonly slug: string
  readonly count: TopicCount
}

/** How many belong to a topic. */
export interface TopicCount {
  readonly inquiries: number
  readonly notes: number
}

/** A page of what belongs to a topic: `page` of them, from 1. */
export interface TopicPage {
  readonly name: string
  readonly address: SitePath
  readonly page: number
  readonly pages: readonly PageLink[]
  readonly count: TopicCount
  readonly inquiries: readonly InquirySummary[]
  readonly notes: readonly NoteSummary[]
}

/** Newest first, then by title. */
export const inquiryList = (corpus: Corpus): InquirySummary[] =>
  [...corpus.entries.values()]
    .filter(isInquiry)
    .sort(newestFirst)
    .map((inquiry) => summariseInquiry(corpus, inquiry))

/** Newest first, then by title. */
export const noteList = (corpus: Corpus): NoteSummary[] =>
  [...corpus.entries.values()]
    .filter(isNote)
    .sort(newestFirst)
    .map((note) => summariseNote(corpus, note))

export const inquiryPages = ({ settings }: Corpus, inquiries: readonly InquirySummary[]): ListPage<InquirySummary>[] =>
  listPages(settings, inquiries, INQUIRIES, ({ date }) => month(date, settings.language))

export const notePages = ({ settings }: Corpus, notes: readonly NoteSummary[]): ListPage<NoteSummary>[] =>
  listPages(settings, notes, NOTES, ({ date }) => month(date, settings.language))

const month = (date: string | undefined, language: string): string =>
  date === undefined ? 'undated' : dateIn(language, date, 'month')

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

function pagesOfTopic(corpus: Corpus, topic: Topic): TopicPage[] {
  const sorted = [...topic.members].sort(newestFirst)
  const [inquiries, notes] = [sorted.filter(isInquiry), sorted.filter(isNote)]
  const [ofInquiries, ofNotes] = [inPages(inquiries, INQUIRIES.most), inPages(notes, NOTES.most)]
  const addresses = topicAddresses(topic)
  const pages = linksTo(corpus.settings, addresses)
  return addresses.map((address, index) => ({
    ...{ name: topic.name, address, page: index + 1, pages },
    count: { inquiries: inquiries.length, notes: notes.length },
    inquiries: (ofInquiries[index] ?? []).map((inquiry) => summariseInquiry(corpus, inquiry)),
    notes: (ofNotes[index] ?? []).map((note) => summariseNote(corpus, note)),
  }))
}
