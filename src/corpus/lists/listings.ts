/**
 * This file makes the lists of the site from a corpus: summaries of entries in the order in which they are shown, cut
 * into pages where there are many.
 */
import { topicPath, withBase } from '../address.ts'
import { collatorOf, compareText } from '../compare.ts'
import type { TopicRef } from '../model/entry.ts'
import { dateIn } from '../language.ts'
import { isCanvasEntry, isInquiry, isNote } from '../model/parsed.ts'
import { CANVAS_PAGES, INQUIRY_PAGES, NOTE_PAGES, topicAddresses } from '../list-addresses.ts'
import { inPages, linksTo, listPages } from '../pagination.ts'
import {
  newestFirst,
  summariseCanvas,
  summariseInquiry,
  summariseNote,
  type CanvasSummary,
  type InquirySummary,
  type NoteSummary,
} from './summaries.ts'
import type { Corpus } from '../model/corpus.ts'
import type { SitePath } from '../vocabulary.ts'
import type { Topic } from '../model/resolved.ts'
import type { ListPage, PageLink } from '../model/list-page.ts'
import { wordsFor } from '../words/words.ts'

/** A `TopicSummary` is a topic as the list of topics shows it. */
export interface TopicSummary extends TopicRef {
  /** This is the last segment of the address of the topic's page. */
  readonly slug: string
  readonly count: TopicCount
}

/** A `TopicCount` says how many entries have a topic. */
export interface TopicCount {
  readonly inquiries: number
  readonly notes: number
}

/** A `TopicPage` is one page of the entries that have a topic. */
export interface TopicPage {
  readonly name: string
  /** This is the address of the page, without the site's base. */
  readonly address: SitePath
  /** This is the number of the page, from 1. */
  readonly page: number
  /** These are links to all pages of the topic, this one included. */
  readonly pages: readonly PageLink[]
  /** This counts the entries on all pages together. */
  readonly count: TopicCount
  readonly inquiries: readonly InquirySummary[]
  readonly notes: readonly NoteSummary[]
}

/** Lists all inquiries, newest first and then by title. */
export const inquiryList = (corpus: Corpus): InquirySummary[] =>
  [...corpus.entries.values()]
    .filter(isInquiry)
    .sort(newestFirst(corpus.settings.language))
    .map((inquiry) => summariseInquiry(corpus, inquiry))

/** Lists all notes, newest first and then by title. */
export const noteList = (corpus: Corpus): NoteSummary[] =>
  [...corpus.entries.values()]
    .filter(isNote)
    .sort(newestFirst(corpus.settings.language))
    .map((note) => summariseNote(corpus, note))

/** Cuts the list of inquiries into pages, which are labelled by month. */
export const inquiryPages = ({ settings }: Corpus, inquiries: readonly InquirySummary[]): ListPage<InquirySummary>[] =>
  listPages(settings, inquiries, INQUIRY_PAGES, ({ date }) => month(date, settings.language))

/** Cuts the list of notes into pages, which are labelled by month. */
export const notePages = ({ settings }: Corpus, notes: readonly NoteSummary[]): ListPage<NoteSummary>[] =>
  listPages(settings, notes, NOTE_PAGES, ({ date }) => month(date, settings.language))

/** Gives the pages of the list of canvases, by title. There are none where there is no canvas. */
export function canvasPages(corpus: Corpus): ListPage<CanvasSummary>[] {
  const compare = collatorOf(corpus.settings.language)
  const canvases = [...corpus.entries.values()]
    .filter(isCanvasEntry)
    .sort((a, b) => compare(a.writtenTitle, b.writtenTitle) || compareText(a.path, b.path))
    .map((canvas) => summariseCanvas(corpus, canvas))
  return canvases.length === 0 ? [] : listPages(corpus.settings, canvases, CANVAS_PAGES, ({ title }) => title)
}

/** Gives the month of a day in words. */
const month = (date: string | undefined, language: string): string =>
  date === undefined ? wordsFor(language).frame.undated : dateIn(language, date, 'month')

/** Lists all topics in the order of their names. */
export function topicList({ settings, topics }: Corpus): TopicSummary[] {
  const compare = collatorOf(settings.language)
  return [...topics.values()]
    .sort((a, b) => compare(a.name, b.name))
    .map((topic) => ({
      name: topic.name,
      slug: topic.slug,
      href: withBase(settings, topicPath(topic.slug)),
      count: { inquiries: topic.members.filter(isInquiry).length, notes: topic.members.filter(isNote).length },
    }))
}

/** Gives the pages of all topics. Each page lists inquiries before notes. */
export const topicPages = (corpus: Corpus): TopicPage[] =>
  [...corpus.topics.values()].flatMap((topic) => pagesOfTopic(corpus, topic))

function pagesOfTopic(corpus: Corpus, topic: Topic): TopicPage[] {
  const sorted = [...topic.members].sort(newestFirst(corpus.settings.language))
  const [inquiries, notes] = [sorted.filter(isInquiry), sorted.filter(isNote)]
  const [ofInquiries, ofNotes] = [inPages(inquiries, INQUIRY_PAGES.most), inPages(notes, NOTE_PAGES.most)]
  const addresses = topicAddresses(topic)
  const pages = linksTo(corpus.settings, addresses)
  return addresses.map((address, index) => ({
    ...{ name: topic.name, address, page: index + 1, pages },
    count: { inquiries: inquiries.length, notes: notes.length },
    inquiries: (ofInquiries[index] ?? []).map((inquiry) => summariseInquiry(corpus, inquiry)),
    notes: (ofNotes[index] ?? []).map((note) => summariseNote(corpus, note)),
  }))
}
