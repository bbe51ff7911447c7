/**
 * This file gathers what feeds say: how answers changed, and what is new. `atom.ts` and `json-feed.ts` write it. Times
 * are those of commits and of the frontmatter and never those of the clock, so that the same content gives the same feed.
 */
import { withBase } from '../address.ts'
import type { AnswerChange, InquiryEntry, Ref } from '../model/entry.ts'
import type { Settings } from '../site-config.ts'
import { newsInWords, type NewsItem } from '../lists/news.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { certaintyChanged } from '../history/certainty-changed.ts'
import { updateRemark } from '../updates/words.ts'
import type { SitePath, Stance, StatusName } from '../vocabulary.ts'

/** A `Feed` is a list of what happened, newest first. Its addresses begin with the site's base. */
export interface Feed {
  readonly title: string
  /** This is the address of the page that shows the same. */
  readonly page: string
  /** This is the address of the feed without the end that tells its format: `/inquiries/a` for `/inquiries/a.atom`. */
  readonly stem: string
  readonly items: readonly FeedItem[]
}

/** A `FeedItem` is something that happened to an entry: it is new, or its answer or what that rests on has changed. */
export interface FeedItem {
  readonly about: Pick<Ref, 'title' | 'href'>
  /** This tells the item from others about the same entry. */
  readonly name: string
  /** This is a time in the form of RFC 3339. */
  readonly date: string
  readonly summary: string
}

/** A feed of a whole site or of a topic has at most this many items. The feed of one inquiry has them all. */
export const NEWEST = 50

/** This stands for a time that is not known, because every item of a feed must have one. */
export const UNKNOWN_TIME = '1970-01-01T00:00:00Z'

/** Gives what the addresses of a page's feeds begin with: `/topics/a` for `/topics/a/`. */
export const feedStem = (address: string): string => address.replace(/\/$/, '')
/** This is the stem of the feeds of all answers, without the site's base. */
export const ALL_ANSWERS: SitePath = '/answers'
/** This is the stem of the feeds of all that is new, without the site's base. */
export const ALL_NEWS: SitePath = '/new'
/** This is the stem of the feeds of new notes, without the site's base. */
export const NEW_NOTES: SitePath = '/notes'

/** Gathers the feed of one inquiry. */
export function answersOf(entry: InquiryEntry, settings: Settings): Feed {
  const words = wordsFor(settings.language)
  const title = words.files.answersTo(entry.title)
  return { title, page: entry.href, stem: feedStem(entry.href), items: itemsOf(entry, words).sort(newestFirst) }
}

/** Gathers the feed of all inquiries, newest change first. Changes of the same time are in the order of addresses. */
export function allAnswers(inquiries: readonly InquiryEntry[], settings: Settings): Feed {
  const words = wordsFor(settings.language)
  const items = inquiries
    .flatMap((inquiry) => itemsOf(inquiry, words))
    .sort((a, b) => newestFirst(a, b) || (a.about.href === b.about.href ? 0 : a.about.href < b.about.href ? -1 : 1))
  return {
    title: words.files.answersOf(settings.title),
    page: withBase(settings, '/inquiries/'),
    stem: withBase(settings, ALL_ANSWERS),
    items: items.slice(0, NEWEST),
  }
}

/**
 * Gathers the feed of what is new on the site, or in a part of it: what was written or updated, and which answers
 * changed.
 */
export const newsFeed = (settings: Settings, about: Omit<Feed, 'items'>, news: readonly NewsItem[]): Feed => ({
  ...about,
  items: news.slice(0, NEWEST).map((item) => ({
    about: item,
    name: `${item.what}-${item.date}`,
    date: timeOf(item.date),
    summary: newsInWords(item, settings.language),
  })),
})

const newestFirst = (a: FeedItem, b: FeedItem): number => Date.parse(b.date) - Date.parse(a.date)

/** Lists the changes of an answer, and the retractions of works that it rests on. */
const itemsOf = (entry: InquiryEntry, words: Words): FeedItem[] => [
  ...entry.history.map((change) => ({
    about: entry,
    name: change.commit,
    date: change.date,
    summary: describeChange(change, words),
  })),
  ...retractionsOf(entry, words),
]

/** Lists the retractions of works that an answer rests on, each once. None came before the question was asked. */
function retractionsOf(entry: InquiryEntry, words: Words): FeedItem[] {
  const asked = entry.history.at(-1)?.date ?? UNKNOWN_TIME
  const works = new Map(entry.evidence.flatMap(({ sources }) => sources.map((source) => [source.html, source])))
  return [...works.values()].flatMap(({ key, title, short, html, update }): FeedItem[] => {
    if (update?.status !== 'retracted') return []
    const notes = entry.evidence.filter(({ sources }) => sources.some((source) => source.html === html))
    const titles = notes.map(({ note }) => note.title).join('; ')
    const work = [short, title].join(words.frame.comma)
    const summary = words.files.isSourceOf(updateRemark(update, words), work, titles)
    return [{ about: entry, name: `retracted-${key ?? title}`, date: latest(asked, timeOf(update.date)), summary }]
  })
}

/** Gives the time at which a day, a month or a year begins, or that of a day that is not known. */
const timeOf = (date: string | undefined): string =>
  date === undefined ? UNKNOWN_TIME : `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`

const latest = (one: string, other: string): string => (Date.parse(other) > Date.parse(one) ? other : one)

/** Describes a change of an answer in sentences. */
export function describeChange({ isFirst, status, certainty, answer, evidence }: AnswerChange, words: Words): string {
  const { files, frame, inquiry } = words
  const named = (of?: StatusName): string => (of === undefined ? inquiry.noStatus : words.status(of))
  const sentences = isFirst
    ? [inquiry.asked(status?.to && words.status(status.to)), ...(answer?.to === undefined ? [] : [answer.to])]
    : [
        ...(status === undefined ? [] : [`${inquiry.statusChanged(named(status.from), named(status.to))}.`]),
        ...(certainty === undefined ? [] : [`${certaintyChanged(words, certainty)}.`]),
        ...(answer === undefined ? [] : [answer.to === undefined ? files.withdrawn : files.answerNow(answer.to)]),
        ...evidence.map(({ note, from, to }) => `${frame.colon(rolesInWords(words, from, to), note.title)}.`),
      ]
  return sentences.join(' ')
}

/** Describes a change of a note's role. */
function rolesInWords({ files, roles }: Words, from?: Stance, to?: Stance): string {
  if (from === undefined) return files.added(to === undefined ? '' : roles[to])
  return to === undefined ? files.removed(roles[from]) : `${roles[from]} → ${roles[to]}`
}
