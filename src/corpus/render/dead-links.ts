/** This file says after a link that nothing is at its address any more, and links to the last capture of it. */
import { escapeHtml, plainText } from '../escape-html.ts'
import type { Corpus } from '../model/corpus.ts'
import type { DeadLink } from '../model/updates.ts'
import { type Insertion, insertInto } from './insertions.ts'
import { deadLinkAt, webAddress } from '../updates/dead-links.ts'
import { type Words, wordsFor } from '../words/words.ts'

/** Matches a link of finished HTML with its opening tag, and drawings, in which there is no room for words. */
const LINK = /<svg\b[\s\S]*?<\/svg>|(<a\b(?:[^>"']|"[^"]*"|'[^']*')*>)[\s\S]*?<\/a>/g
const HREF = /\shref=(?:"([^"]*)"|'([^']*)')/

/**
 * Gives the marks of the dead links in finished HTML.
 *
 * @param html Gives the HTML. It is only called where some link of the site is dead.
 * @param language The language of the text, where it is not that of the site.
 */
export function deadMarksIn({ settings, updates }: Corpus, html: () => string, language?: string): Insertion[] {
  if (updates.deadLinks === undefined) return []
  const words = wordsFor(language ?? settings.language)
  return Array.from(html().matchAll(LINK)).flatMap(({ 0: link, 1: opening = '', index }) => {
    const dead = deadLinkAt(updates, hrefIn(opening) ?? '')
    return dead === undefined ? [] : [{ at: index + link.length, html: deadMark(dead, words) }]
  })
}

/** Adds the marks of its dead links to the finished HTML of a field. */
export const withDeadLinks = (corpus: Corpus, html: string): string =>
  insertInto(
    [html],
    deadMarksIn(corpus, () => html),
  ).join('')

/** Gives the address in the opening tag of a link. It is undefined where there is none. */
export function hrefIn(opening: string): string | undefined {
  const [, double, single] = HREF.exec(opening) ?? []
  const written = double ?? single
  return written === undefined ? undefined : plainText(written)
}

/**
 * Gives what stands after a dead link, as HTML.
 *
 * @example
 * deadMark({ since: '2026-11-30' }, wordsFor('en')) // ' <small class="dead-link">(not found since 2026-11-30)</small>'
 */
export function deadMark({ since, capture }: DeadLink, { deadLink, frame }: Words): string {
  const copied = capture && webAddress(capture.address)
  const copy =
    copied === undefined
      ? []
      : [`<a href="${escapeHtml(copied)}" rel="external">${escapeHtml(deadLink.copy(capture!.date))}</a>`]
  return ` <small class="dead-link">${deadLink.inBrackets([escapeHtml(deadLink.since(since)), ...copy].join(frame.comma))}</small>`
}

/** Takes the marks of dead links out of finished HTML. Nobody looks for an entry by what has become of its links. */
export const withoutDeadMarks = (html: string): string => html.replace(/ <small class="dead-link">.*?<\/small>/g, '')
