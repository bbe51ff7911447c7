/** Atom feeds (RFC 4287): when answers changed, and what is new. Their times are those of commits and frontmatter, never of the clock. */
import { absolute, withBase } from '../address.ts'
import type { AnswerChange, InquiryEntry, Ref } from '../model/entry.ts'
import { escapeHtml } from '../escape-html.ts'
import type { Settings } from '../site-config.ts'

/** Where the feed of one inquiry is: `/inquiries/a.atom`. */
export const answersAddress = (address: string): string => `${address.replace(/\/$/, '')}.atom`
/** Where the feed of all inquiries is. */
export const ALL_ANSWERS = '/answers.atom'
/** Of the feed of all; that of one inquiry has every change. */
const NEWEST = 50

interface Item {
  readonly about: Pick<Ref, 'title' | 'href'>
  readonly change: AnswerChange
}

/** @param href Of the feed itself. */
function feed(settings: Settings, title: string, href: string, items: readonly Item[]): string {
  const newest = items[0]?.change.date ?? '1970-01-01T00:00:00Z'
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(settings.language)}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<id>${escapeHtml(urn(href))}</id>`,
    `<updated>${escapeHtml(newest)}</updated>`,
    `<author><name>${escapeHtml(settings.author ?? settings.title)}</name></author>`,
    `<link rel="self" href="${escapeHtml(absolute(settings, href))}"/>`,
    ...items.map((item) => entryOf(settings, item)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf(settings: Settings, { about, change }: Item): string {
  const url = absolute(settings, about.href)
  return [
    '<entry>',
    `<title>${escapeHtml(about.title)}</title>`,
    `<id>${escapeHtml(urn(`${about.href}#${change.commit}`))}</id>`,
    `<updated>${escapeHtml(change.date)}</updated>`,
    `<link href="${escapeHtml(url)}"/>`,
    `<summary>${escapeHtml(inWords(change))}</summary>`,
    '</entry>',
  ].join('\n')
}

/** An id that stays when the site moves. */
const urn = (href: string): string => `urn:throughline:${encodeURI(href)}`

/** A change as sentences. */
export function inWords({ isFirst, status, answer, evidence }: AnswerChange): string {
  const sentences = isFirst
    ? [`Asked${status?.to === undefined ? '' : `, ${status.to}`}.`, ...(answer?.to === undefined ? [] : [answer.to])]
    : [
        ...(status === undefined ? [] : [`Status: ${status.from ?? 'none'} → ${status.to ?? 'none'}.`]),
        ...(answer === undefined
          ? []
          : [answer.to === undefined ? 'The answer was withdrawn.' : `The answer now: ${answer.to}`]),
        ...evidence.map(({ note, from, to }) => `${rolesInWords(from, to)}: ${note.title}.`),
      ]
  return sentences.join(' ')
}

const rolesInWords = (from?: string, to?: string): string =>
  from === undefined ? `New, ${to ?? ''}` : to === undefined ? `Gone, ${from}` : `${from} → ${to}`

export const answersOf = (entry: InquiryEntry, settings: Settings): string =>
  feed(
    settings,
    `Answers: ${entry.title}`,
    answersAddress(entry.href),
    entry.history.map((change) => ({ about: entry, change })),
  )

/** Newest first; within a commit, by title. */
export function allAnswers(inquiries: readonly InquiryEntry[], settings: Settings): string {
  const items = inquiries
    .flatMap((entry) => entry.history.map((change): Item => ({ about: entry, change })))
    .sort((a, b) => Date.parse(b.change.date) - Date.parse(a.change.date) || (a.about.href < b.about.href ? -1 : 1))
  return feed(settings, `Answers of ${settings.title}`, withBase(settings, ALL_ANSWERS), items.slice(0, NEWEST))
}
