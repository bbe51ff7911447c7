/**
 * This file writes Atom feeds (RFC 4287, https://www.rfc-editor.org/rfc/rfc4287) of the changes of answers. Their times
 * are those of commits and never those of the clock, so that the same content gives the same feed.
 */
import { absolute, withBase } from '../address.ts'
import type { AnswerChange, InquiryEntry, Ref } from '../model/entry.ts'
import { escapeHtml } from '../escape-html.ts'
import type { Settings } from '../site-config.ts'
import type { Stance } from '../vocabulary.ts'

/**
 * Gives the address of the feed of one inquiry from the address of its page.
 *
 * @example
 * answersAddress('/inquiries/a/') // '/inquiries/a.atom'
 */
export const answersAddress = (address: string): string => `${address.replace(/\/$/, '')}.atom`
/** This is the address of the feed of all inquiries, without the site's base. */
export const ALL_ANSWERS = '/answers.atom'
/** The feed of all inquiries has at most this many changes. The feed of one inquiry has them all. */
const NEWEST = 50

/** An `Item` is a change of the answer to an inquiry. */
interface Item {
  readonly about: Pick<Ref, 'title' | 'href'>
  readonly change: AnswerChange
}

/**
 * Writes a feed.
 *
 * @param href The address of the feed itself, with the site's base.
 */
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

/** Writes one entry of a feed. */
function entryOf(settings: Settings, { about, change }: Item): string {
  const url = absolute(settings, about.href)
  return [
    '<entry>',
    `<title>${escapeHtml(about.title)}</title>`,
    `<id>${escapeHtml(urn(`${about.href}#${change.commit}`))}</id>`,
    `<updated>${escapeHtml(change.date)}</updated>`,
    `<link href="${escapeHtml(url)}"/>`,
    `<summary>${escapeHtml(describeChange(change))}</summary>`,
    '</entry>',
  ].join('\n')
}

/** Makes an id that stays the same when the site moves to another host. */
const urn = (href: string): string => `urn:throughline:${encodeURI(href)}`

/** Describes a change of an answer in sentences. */
export function describeChange({ isFirst, status, answer, evidence }: AnswerChange): string {
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

/** Describes a change of a note's role. */
const rolesInWords = (from?: Stance, to?: Stance): string =>
  from === undefined
    ? `New, ${inWords(to)}`
    : to === undefined
      ? `Gone, ${inWords(from)}`
      : `${inWords(from)} → ${inWords(to)}`

const inWords = (role?: Stance): string => (role === 'none' ? 'bears on it' : (role ?? ''))

/** Writes the feed of one inquiry. */
export const answersOf = (entry: InquiryEntry, settings: Settings): string =>
  feed(
    settings,
    `Answers: ${entry.title}`,
    answersAddress(entry.href),
    entry.history.map((change) => ({ about: entry, change })),
  )

/** Writes the feed of all inquiries, newest change first. Changes of the same time are in the order of addresses. */
export function allAnswers(inquiries: readonly InquiryEntry[], settings: Settings): string {
  const items = inquiries
    .flatMap((entry) => entry.history.map((change): Item => ({ about: entry, change })))
    .sort((a, b) => Date.parse(b.change.date) - Date.parse(a.change.date) || (a.about.href < b.about.href ? -1 : 1))
  return feed(settings, `Answers of ${settings.title}`, withBase(settings, ALL_ANSWERS), items.slice(0, NEWEST))
}
