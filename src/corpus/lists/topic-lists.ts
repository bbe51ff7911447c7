/** This file makes the list of topics and the pages of each topic. */
import { topicPath, withBase } from '../address.ts'
import { collatorOf } from '../compare.ts'
import { countsAs } from '../own-statuses.ts'
import type { Corpus } from '../model/corpus.ts'
import type { PageEntry, TopicRef } from '../model/entry.ts'
import { isInquiry, isNote } from '../model/parsed.ts'
import type { PageLink } from '../model/list-page.ts'
import type { Topic } from '../model/resolved.ts'
import { INQUIRY_PAGES, NOTE_PAGES, topicAddresses } from '../list-addresses.ts'
import { inPages, linksTo } from '../pagination.ts'
import { render } from '../render/render.ts'
import { topicKey } from '../topic-key.ts'
import type { Settings } from '../site-config.ts'
import type { SitePath } from '../vocabulary.ts'
import { newestFirst, summariseInquiry, summariseNote, type InquirySummary, type NoteSummary } from './summaries.ts'
import { highlightsOf, type TopicHighlights } from './topic-highlights.ts'
import { topicTree } from './topic-tree.ts'

/** A `TopicSummary` is a topic as the list of topics shows it. */
export interface TopicSummary extends TopicRef {
  /** This is the last segment of the address of the topic's page. */
  readonly slug: string
  readonly count: TopicCount
  /** This is what the topic is about in a sentence, where its file says so. */
  readonly description?: string
}

/** A `TopicCount` says how many entries have a topic. */
export interface TopicCount {
  /** Superseded inquiries are not among them: readers do not count a question that another one has replaced. */
  readonly inquiries: number
  readonly superseded: number
  /** This counts those of the inquiries whose answer is open. */
  readonly open: number
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
  /** These are the topics that this one is a part of, the widest first. */
  readonly above: readonly TopicRef[]
  /** These are the topics that are parts of this one. */
  readonly below: readonly TopicSummary[]
  /** This is the entry that says what the topic is about, as its file in `topics/` has it. Only the first page has it. */
  readonly about?: PageEntry
  /** Only the first page of a topic with many inquiries has them. */
  readonly highlights?: TopicHighlights
  readonly inquiries: readonly InquirySummary[]
  readonly notes: readonly NoteSummary[]
}

/** Lists all topics in the order of their names, the parts of a topic after it. */
export function topicList(corpus: Corpus): TopicSummary[] {
  const compare = collatorOf(corpus.settings.language)
  const bySegments = (a: readonly string[], b: readonly string[]): number => {
    const at = a.findIndex((segment, index) => compare(segment, b[index] ?? '') !== 0)
    return at < 0 ? a.length - b.length : compare(a[at]!, b[at] ?? '')
  }
  return [...corpus.topics.values()]
    .map((topic) => ({ topic, segments: topicKey(topic.name).split('/') }))
    .sort((a, b) => bySegments(a.segments, b.segments))
    .map(({ topic }) => summariseTopic(corpus, topic))
}

function summariseTopic({ settings }: Corpus, topic: Topic): TopicSummary {
  const description = topic.about?.data.description
  return {
    name: topic.name,
    slug: topic.slug,
    href: withBase(settings, topicPath(topic.slug)),
    count: countOf(settings, topic),
    ...(description !== undefined && { description }),
  }
}

function countOf(settings: Settings, { members }: Topic): TopicCount {
  const inquiries = members.filter(isInquiry)
  const having = (wanted: string): number =>
    inquiries.filter(({ data }) => countsAs(settings, data.status) === wanted).length
  const superseded = having('superseded')
  return {
    inquiries: inquiries.length - superseded,
    superseded,
    open: having('open'),
    notes: members.filter(isNote).length,
  }
}

/** Gives the pages of all topics. Each page lists inquiries before notes. */
export function topicPages(corpus: Corpus): TopicPage[] {
  const { above, below } = topicTree(corpus)
  const refTo = ({ name, slug }: Topic): TopicRef => ({ name, href: withBase(corpus.settings, topicPath(slug)) })
  return [...corpus.topics.values()].flatMap((topic) =>
    pagesOfTopic(corpus, topic, {
      above: above(topic).map(refTo),
      below: below(topic).map((each) => summariseTopic(corpus, each)),
    }),
  )
}

function pagesOfTopic(corpus: Corpus, topic: Topic, place: Pick<TopicPage, 'above' | 'below'>): TopicPage[] {
  const sorted = [...topic.members].sort(newestFirst(corpus.settings.language))
  const inquiries = sorted.filter(isInquiry).map((inquiry) => summariseInquiry(corpus, inquiry))
  const notes = sorted.filter(isNote).map((note) => summariseNote(corpus, note))
  const [ofInquiries, ofNotes] = [inPages(inquiries, INQUIRY_PAGES.most), inPages(notes, NOTE_PAGES.most)]
  const addresses = topicAddresses(topic)
  const pages = linksTo(corpus.settings, addresses)
  const highlights = highlightsOf(inquiries, notes)
  const first = {
    ...(topic.about !== undefined && { about: render(corpus, topic.about) as PageEntry }),
    ...(highlights !== undefined && { highlights }),
  }
  return addresses.map((address, index) => ({
    ...{ name: topic.name, address, page: index + 1, pages },
    count: countOf(corpus.settings, topic),
    ...place,
    ...(index === 0 && first),
    inquiries: ofInquiries[index] ?? [],
    notes: ofNotes[index] ?? [],
  }))
}
