/** This file plans the lists of all inquiries, notes and canvases: their orders and the facets that narrow them. */
import { topicPath } from '../address.ts'
import { collatorOf, compareText } from '../compare.ts'
import { dateIn } from '../language.ts'
import { byTitle, CANVAS_PAGES, cutOf, INQUIRY_PAGES, NOTE_PAGES } from '../list-addresses.ts'
import { SECTION_PATHS } from '../names/identify.ts'
import { statusesOf } from '../own-statuses.ts'
import { listPages } from '../pagination.ts'
import type { Corpus } from '../model/corpus.ts'
import type { ListPage, Pagination } from '../model/list-page.ts'
import { isCanvasEntry, isInquiry, isNote, type Parsed, type ParsedInquiry, type ParsedNote } from '../model/parsed.ts'
import type { Topic } from '../model/resolved.ts'
import { wordsFor } from '../words/words.ts'
import { ROLES, type SitePath } from '../vocabulary.ts'
import { initial, sortedTitle } from './initial.ts'
import { ownFacetPlans } from './own-facets.ts'
import type { FacetPlan, ListPlan, OrderPlan } from './list-views.ts'
import {
  newestFirst,
  summariseCanvas,
  summariseInquiry,
  summariseNote,
  type CanvasSummary,
  type InquirySummary,
  type NoteSummary,
} from './summaries.ts'

/** A `Listed` is an entry with its row. */
interface Listed<P extends Parsed, S> {
  readonly entry: P
  readonly summary: S
}

/** An `EntryList` is a list of entries of one kind. */
export type EntryList<P extends Parsed, S> = ListPlan<Listed<P, S>, S>

/** Lists all inquiries, newest first and then by title. */
export const inquiryList = (corpus: Corpus): InquirySummary[] => summariesOf(inquiryPlan(corpus))

/** Lists all notes, newest first and then by title. */
export const noteList = (corpus: Corpus): NoteSummary[] => summariesOf(notePlan(corpus))

/** Gives the rows of a list in its usual order. */
export const summariesOf = <P extends Parsed, S>({ orders, shown }: EntryList<P, S>): S[] => orders[0].items.map(shown)

/** Plans the list of all inquiries: newest first, and by title. */
export function inquiryPlan(corpus: Corpus): EntryList<ParsedInquiry, InquirySummary> {
  const listed = newest(corpus, isInquiry, (inquiry) => summariseInquiry(corpus, inquiry))
  const status: FacetPlan<(typeof listed)[number]> = {
    name: 'status',
    values: statusesOf(corpus.settings),
    valuesOf: ({ entry }) => [entry.data.status],
  }
  return planOf(corpus, SECTION_PATHS.inquiry, INQUIRY_PAGES, listed, [
    status,
    topicFacet(corpus, isInquiry),
    ...ownFacetPlans(listed, corpus.settings.language),
  ])
}

/** Plans the list of all notes: newest first, and by title. */
export function notePlan(corpus: Corpus): EntryList<ParsedNote, NoteSummary> {
  const listed = newest(corpus, isNote, (note) => summariseNote(corpus, note))
  const years = ({ entry }: (typeof listed)[number]): string[] =>
    (corpus.sourceOf.get(entry.path) ?? []).flatMap(({ year }) => (year === undefined ? [] : [String(year)]))
  const facets: FacetPlan<(typeof listed)[number]>[] = [
    { name: 'role', values: ROLES, valuesOf: ({ summary }) => summary.roles },
    topicFacet(corpus, isNote),
    { name: 'year', values: newestYears(listed.flatMap(years)), valuesOf: years },
    ...ownFacetPlans(listed, corpus.settings.language),
  ]
  return planOf(corpus, SECTION_PATHS.note, NOTE_PAGES, listed, facets)
}

/** Gives years without repeating any, the newest first. */
export const newestYears = (years: readonly string[]): string[] =>
  [...new Set(years)].sort((a, b) => Number(b) - Number(a))

/** Gives the pages of the list of canvases, by title. There are none where there is no canvas. */
export function canvasPages(corpus: Corpus): ListPage<CanvasSummary>[] {
  const compare = collatorOf(corpus.settings.language)
  const canvases = [...corpus.entries.values()]
    .filter(isCanvasEntry)
    .sort((a, b) => compare(a.writtenTitle, b.writtenTitle) || compareText(a.path, b.path))
    .map((canvas) => summariseCanvas(corpus, canvas))
  return canvases.length === 0
    ? []
    : listPages(corpus.settings, canvases, CANVAS_PAGES, ({ title }) => initial(title, 2))
}

/** Lists entries of a kind, newest first and then by title. */
const newest = <P extends Parsed, S>(
  { entries, settings }: Corpus,
  isOfKind: (entry: Parsed) => entry is P,
  summarise: (entry: P) => S,
): Listed<P, S>[] =>
  [...entries.values()]
    .filter(isOfKind)
    .sort(newestFirst(settings.language))
    .map((entry) => ({ entry, summary: summarise(entry) }))

interface Row {
  readonly title: string
  readonly date?: string
}

function planOf<P extends Parsed, S extends Row>(
  { settings }: Corpus,
  section: SitePath,
  cut: Pagination,
  listed: readonly Listed<P, S>[],
  facets: readonly FacetPlan<Listed<P, S>>[],
): EntryList<P, S> {
  const orders: [OrderPlan<Listed<P, S>>, OrderPlan<Listed<P, S>>] = [
    {
      name: 'newest',
      items: listed,
      cut,
      labelOf: ({ summary }) => month(summary.date, settings.language),
      jumpOf: ({ summary }) => summary.date?.slice(0, 4) ?? wordsFor(settings.language).frame.undated,
    },
    {
      name: 'title',
      items: inOrderOfTitles(listed, settings.language),
      cut: cutOf(byTitle(section), NOTE_PAGES.most),
      labelOf: ({ summary }) => initial(summary.title, 2),
      jumpOf: ({ summary }) => initial(summary.title, 1),
    },
  ]
  return { section, orders, facets, shown: ({ summary }) => summary }
}

function inOrderOfTitles<P extends Parsed, S extends Row>(
  listed: readonly Listed<P, S>[],
  language: string,
): Listed<P, S>[] {
  const compare = collatorOf(language)
  return listed
    .map((item) => ({ item, key: sortedTitle(item.summary.title) }))
    .sort((a, b) => compare(a.key, b.key) || compareText(a.item.entry.path, b.item.entry.path))
    .map(({ item }) => item)
}

/** Makes the facet of topics, the largest first. Topics have pages of their own. */
function topicFacet<P extends Parsed, S>(
  { topics, settings }: Corpus,
  isOfKind: (entry: Parsed) => entry is P,
): FacetPlan<Listed<P, S>> {
  const compare = collatorOf(settings.language)
  const sized = [...topics.values()].map((topic) => ({ topic, size: topic.members.filter(isOfKind).length }))
  const sorted = sized.sort((a, b) => b.size - a.size || compare(a.topic.name, b.topic.name)).map(({ topic }) => topic)
  const named = new Map(sorted.map((topic) => [topic.name, topic]))
  const of = new Map<Parsed, string[]>()
  for (const { name, members } of sorted)
    for (const member of members) of.set(member, [...(of.get(member) ?? []), name])
  return {
    name: 'topic',
    values: [...named.keys()],
    valuesOf: ({ entry }) => of.get(entry) ?? [],
    cutElsewhere: (name) => cutOfTopic(named.get(name)!),
  }
}

const cutOfTopic = ({ slug }: Topic): Pagination => ({
  most: NOTE_PAGES.most,
  addressOf: (page) => topicPath(slug, page),
})

/** Gives the month of a day in words. */
const month = (date: string | undefined, language: string): string =>
  date === undefined ? wordsFor(language).frame.undated : dateIn(language, date, 'month')
