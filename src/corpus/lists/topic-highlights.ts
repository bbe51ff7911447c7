/** This file finds what a reader of a large topic would look at first. */
import type { Kind } from '../vocabulary.ts'
import type { InquirySummary, NoteSummary } from './summaries.ts'

/** A `NewEntry` is one of the newest entries of a topic. */
export interface NewEntry {
  readonly kind: Kind
  readonly title: string
  readonly href: string
  readonly lang?: string
  /** This is the day of the last change, as YYYY-MM-DD, or its month or year. */
  readonly date: string
}

/** `TopicHighlights` are the first things to look at in a topic with many inquiries. */
export interface TopicHighlights {
  /** These inquiries are open, the newest first. */
  readonly open: readonly InquirySummary[]
  /** These are the inquiries on whose two sides most notes stand against each other. */
  readonly disputed: readonly InquirySummary[]
  readonly newest: readonly NewEntry[]
}

/** Fewer inquiries than this are seen at a glance. */
const FEWEST = 9
/** Each of the lists has at most so many entries. */
const MOST = 5

/**
 * Finds the highlights of a topic. They are undefined where it has few inquiries.
 *
 * @param inquiries The inquiries of the topic, newest first.
 * @param notes The notes of the topic, newest first.
 */
export function highlightsOf(
  inquiries: readonly InquirySummary[],
  notes: readonly NoteSummary[],
): TopicHighlights | undefined {
  if (inquiries.length < FEWEST) return undefined
  return {
    open: inquiries.filter(({ countsAs }) => countsAs === 'open').slice(0, MOST),
    disputed: inquiries
      .filter((inquiry) => inquiry.countsAs !== 'superseded' && contention(inquiry) > 0)
      .sort((a, b) => contention(b) - contention(a))
      .slice(0, MOST),
    newest: [
      ...inquiries.flatMap((each) => newEntry('inquiry', each)),
      ...notes.flatMap((each) => newEntry('note', each)),
    ]
      .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
      .slice(0, MOST),
  }
}

/** Gives the number of notes on the weaker side: an answer that all notes dispute is refuted, and not disputed. */
const contention = ({ balance: { supports = 0, extends: more = 0, disputes = 0 } }: InquirySummary): number =>
  Math.min(supports + more, disputes)

const newEntry = (
  kind: Kind,
  { title, href, lang, date }: Pick<NoteSummary, 'title' | 'href' | 'lang' | 'date'>,
): NewEntry[] => (date === undefined ? [] : [{ kind, title, href, ...(lang !== undefined && { lang }), date }])
