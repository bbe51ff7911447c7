/** Corpus → the lists of the site: summaries of entries, in the order in which they are shown. */
import { hrefOf, withBase } from './address.ts'
import type { InquirySummary, NoteSummary, TopicSummary } from './entry.ts'
import {
  isInquiry,
  isNote,
  KINDS,
  ROLES,
  STATUSES,
  type Corpus,
  type Parsed,
  type ParsedInquiry,
  type ParsedNote,
} from './model.ts'
import { compareText } from './problem.ts'
import { ownLanguage } from './ref.ts'
import { balanceOf } from './render.ts'
import type { FilterName } from './search-record.ts'

/** Newest first, then by title. */
export function inquiryList(corpus: Corpus): InquirySummary[] {
  return [...corpus.entries.values()]
    .filter(isInquiry)
    .sort(newestFirst)
    .map((inquiry) => summariseInquiry(corpus, inquiry))
}

/** Newest first, then by title. */
export function noteList(corpus: Corpus): NoteSummary[] {
  return [...corpus.entries.values()]
    .filter(isNote)
    .sort(newestFirst)
    .map((note) => summariseNote(corpus, note))
}

/** By name. */
export function topicList(corpus: Corpus): TopicSummary[] {
  return [...corpus.topics.values()].map(({ name, slug, members }) => {
    const sorted = [...members].sort(newestFirst)
    return {
      name,
      slug,
      href: withBase(corpus.settings, `/topics/${slug}/`),
      inquiries: sorted.filter(isInquiry).map((inquiry) => summariseInquiry(corpus, inquiry)),
      notes: sorted.filter(isNote).map((note) => summariseNote(corpus, note)),
    }
  })
}

/**
 * What search results can be narrowed to, by filter; every value occurs. Years are the newest first. There may be as many authors as
 * notes, so they are not listed: who wants one is shown those that the index has.
 */
export function filterValues({
  entries,
  topics,
  servicesByNote,
  sourceOf,
  works,
}: Corpus): Record<Exclude<FilterName, 'author'>, string[]> {
  const all = [...entries.values()]
  const roles = new Set([...servicesByNote.values()].flat().flatMap(({ role }) => role ?? []))
  const sources = [...[...sourceOf.values()].flat(), ...[...works.values()].map(({ source }) => source)]
  const years = new Set(sources.flatMap(({ year }) => year ?? []))
  return {
    kind: [
      ...KINDS.filter((kind) => all.some((entry) => entry.kind === kind)),
      ...(works.size > 0 ? ['source'] : []),
      ...(topics.size > 0 ? ['topic'] : []),
    ],
    topic: [...topics.values()].map(({ name }) => name).sort(compareText),
    role: ROLES.filter((role) => roles.has(role)),
    status: STATUSES.filter((status) => all.some((entry) => isInquiry(entry) && entry.data.status === status)),
    year: [...years].sort((a, b) => b - a).map(String),
  }
}

const dateOf = ({ data }: Parsed): string | undefined => data.updated ?? data.created

function newestFirst(a: Parsed, b: Parsed): number {
  return (
    compareText(dateOf(b) ?? '', dateOf(a) ?? '') ||
    compareText(a.writtenTitle, b.writtenTitle) ||
    compareText(a.path, b.path)
  )
}

const dated = (entry: Parsed): { date?: string } => {
  const date = dateOf(entry)
  return date === undefined ? {} : { date }
}

function inOwnLanguage(corpus: Corpus, entry: Parsed): { lang?: string } {
  const lang = ownLanguage(corpus, entry)
  return lang === undefined ? {} : { lang }
}

function summariseInquiry(corpus: Corpus, inquiry: ParsedInquiry): InquirySummary {
  const services = corpus.servicesByInquiry.get(inquiry.path) ?? []
  const { answer, status } = inquiry.data
  return {
    title: inquiry.title,
    href: hrefOf(corpus, inquiry.path),
    ...(answer !== undefined && { answer }),
    status,
    balance: balanceOf(services),
    sources: services.length,
    ...dated(inquiry),
    ...inOwnLanguage(corpus, inquiry),
  }
}

function summariseNote(corpus: Corpus, note: ParsedNote): NoteSummary {
  const roles = new Set((corpus.servicesByNote.get(note.path) ?? []).map(({ role }) => role))
  const [source] = corpus.sourceOf.get(note.path) ?? []
  return {
    title: note.title,
    href: hrefOf(corpus, note.path),
    ...(source !== undefined && { source: source.short }),
    roles: ROLES.filter((role) => roles.has(role)),
    ...dated(note),
    ...inOwnLanguage(corpus, note),
  }
}
