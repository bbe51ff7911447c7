/**
 * This file writes Atom feeds (RFC 4287, https://www.rfc-editor.org/rfc/rfc4287) of the changes of answers. Their times
 * are those of commits and never those of the clock, so that the same content gives the same feed.
 */
import { absolute, urnOf, withBase } from '../address.ts'
import type { AnswerChange, InquiryEntry, Ref } from '../model/entry.ts'
import { escapeHtml } from '../escape-html.ts'
import type { Settings } from '../site-config.ts'
import { newsInWords, type NewsItem } from '../lists/news.ts'
import { type Words, wordsFor } from '../words/words.ts'
import { updateRemark } from '../updates/words.ts'
import type { Stance, Status } from '../vocabulary.ts'

/**
 * Gives the address of the feed of one inquiry from the address of its page.
 *
 * @example
 * answersAddress('/inquiries/a/') // '/inquiries/a.atom'
 */
export const answersAddress = (address: string): string => `${address.replace(/\/$/, '')}.atom`
/** This is the address of the feed of all inquiries, without the site's base. */
export const ALL_ANSWERS = '/answers.atom'
/** This is the address of the feed of all that is new, without the site's base. */
export const ALL_NEWS = '/new.atom'
/**
 * Gives the address of the feed of a topic from the address of its page.
 *
 * @example
 * topicFeedAddress('/topics/sleep/') // '/topics/sleep.atom'
 */
export const topicFeedAddress = answersAddress

/** The feed of all inquiries has at most this many changes. The feed of one inquiry has them all. */
const NEWEST = 50

/** An `Item` is an entry of a feed: a change of the answer to an inquiry, or a retraction of what it rests on. */
interface Item {
  readonly about: Pick<Ref, 'title' | 'href'>
  /** This tells the item from others about the same inquiry. */
  readonly name: string
  /** This is a time in the form of RFC 3339. */
  readonly date: string
  readonly summary: string
}

/**
 * Writes a feed.
 *
 * @param href The address of the feed itself, with the site's base.
 */
function feed(settings: Settings, title: string, href: string, items: readonly Item[]): string {
  const newest = items[0]?.date ?? UNKNOWN_TIME
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(settings.language)}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<id>${escapeHtml(urnOf(href))}</id>`,
    `<updated>${escapeHtml(newest)}</updated>`,
    `<author><name>${escapeHtml(settings.author ?? settings.title)}</name></author>`,
    `<link rel="self" href="${escapeHtml(absolute(settings, href))}"/>`,
    ...items.map((item) => entryOf(settings, item)),
    '</feed>',
    '',
  ].join('\n')
}

/** Writes one entry of a feed. */
function entryOf(settings: Settings, { about, name, date, summary }: Item): string {
  const url = absolute(settings, about.href)
  return [
    '<entry>',
    `<title>${escapeHtml(about.title)}</title>`,
    `<id>${escapeHtml(urnOf(`${about.href}#${name}`))}</id>`,
    `<updated>${escapeHtml(date)}</updated>`,
    `<link href="${escapeHtml(url)}"/>`,
    `<summary>${escapeHtml(summary)}</summary>`,
    '</entry>',
  ].join('\n')
}

/** This stands for a time that is not known, because every entry of a feed must have one. */
const UNKNOWN_TIME = '1970-01-01T00:00:00Z'

const newestFirst = (a: Item, b: Item): number => Date.parse(b.date) - Date.parse(a.date)

/** Lists the changes of an answer, and the retractions of works that it rests on. */
const itemsOf = (entry: InquiryEntry, words: Words): Item[] => [
  ...entry.history.map((change) => ({
    about: entry,
    name: change.commit,
    date: change.date,
    summary: describeChange(change, words),
  })),
  ...retractionsOf(entry, words),
]

/** Lists the retractions of works that an answer rests on, each once. None came before the question was asked. */
function retractionsOf(entry: InquiryEntry, words: Words): Item[] {
  const asked = entry.history.at(-1)?.date ?? UNKNOWN_TIME
  const works = new Map(entry.evidence.flatMap(({ sources }) => sources.map((source) => [source.html, source])))
  return [...works.values()].flatMap(({ key, title, short, html, update }): Item[] => {
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
export function describeChange({ isFirst, status, answer, evidence }: AnswerChange, words: Words): string {
  const { files, frame, inquiry, statuses } = words
  const named = (of?: Status): string => (of === undefined ? inquiry.noStatus : statuses[of])
  const sentences = isFirst
    ? [inquiry.asked(status?.to && statuses[status.to]), ...(answer?.to === undefined ? [] : [answer.to])]
    : [
        ...(status === undefined ? [] : [`${inquiry.statusChanged(named(status.from), named(status.to))}.`]),
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

/** Writes the feed of one inquiry. */
export function answersOf(entry: InquiryEntry, settings: Settings): string {
  const words = wordsFor(settings.language)
  const title = words.files.answersTo(entry.title)
  return feed(settings, title, answersAddress(entry.href), itemsOf(entry, words).sort(newestFirst))
}

/** Writes the feed of all inquiries, newest change first. Changes of the same time are in the order of addresses. */
export function allAnswers(inquiries: readonly InquiryEntry[], settings: Settings): string {
  const words = wordsFor(settings.language)
  const items = inquiries
    .flatMap((inquiry) => itemsOf(inquiry, words))
    .sort((a, b) => newestFirst(a, b) || (a.about.href === b.about.href ? 0 : a.about.href < b.about.href ? -1 : 1))
  return feed(settings, words.files.answersOf(settings.title), withBase(settings, ALL_ANSWERS), items.slice(0, NEWEST))
}

/**
 * Writes the feed of all that is new on the site, or in a topic: what was written or updated, and which answers changed.
 *
 * @param href The address of the feed itself, with the site's base.
 */
export function newsFeed(settings: Settings, title: string, href: string, news: readonly NewsItem[]): string {
  const items = news.slice(0, NEWEST).map((item): Item => ({
    about: item,
    name: `${item.what}-${item.date}`,
    date: timeOf(item.date),
    summary: newsInWords(item, settings.language),
  }))
  return feed(settings, title, href, items)
}
