/** This file writes feeds in Atom (RFC 4287, https://www.rfc-editor.org/rfc/rfc4287). */
import { absolute, urnOf } from '../address.ts'
import { escapeHtml } from '../escape-html.ts'
import type { Settings } from '../site-config.ts'
import { feedStem, UNKNOWN_TIME, type Feed, type FeedItem } from './feed.ts'

/**
 * Gives the address of the Atom feed of a page, or of feeds with some stem.
 *
 * @example
 * atomAddress('/inquiries/a/') // '/inquiries/a.atom'
 */
export const atomAddress = (address: string): string => `${feedStem(address)}.atom`

/** Writes a feed in Atom. */
export function atomOf({ title, stem, items }: Feed, settings: Settings): string {
  const href = atomAddress(stem)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(settings.language)}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<id>${escapeHtml(urnOf(href))}</id>`,
    `<updated>${escapeHtml(items[0]?.date ?? UNKNOWN_TIME)}</updated>`,
    `<author><name>${escapeHtml(settings.author ?? settings.title)}</name></author>`,
    `<link rel="self" href="${escapeHtml(absolute(settings, href))}"/>`,
    ...items.map((item) => entryOf(settings, item)),
    '</feed>',
    '',
  ].join('\n')
}

/** Writes one entry of a feed. */
function entryOf(settings: Settings, { about, name, date, summary }: FeedItem): string {
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
