/** This file says after a link that nothing is at its address any more, and links to the last capture of it. */
import { escapeHtml, plainText } from '../escape-html.ts'
import type { Corpus } from '../model/corpus.ts'
import type { DeadLink } from '../model/updates.ts'
import { deadLinkAt, webAddress } from '../updates/dead-links.ts'
import { type Words, wordsFor } from '../words/words.ts'

/** Matches a link of finished HTML with its opening tag, and drawings, in which there is no room for words. */
const LINK = /<svg\b[\s\S]*?<\/svg>|(<a\b(?:[^>"']|"[^"]*"|'[^']*')*>)[\s\S]*?<\/a>/g
const HREF = /\shref=(?:"([^"]*)"|'([^']*)')/

/**
 * Adds a mark to the dead links of finished HTML.
 *
 * @param language The language of the text, where it is not that of the site.
 */
export function withDeadLinks({ settings, updates }: Corpus, html: string, language = settings.language): string {
  if (updates.deadLinks === undefined) return html
  const words = wordsFor(language)
  return html.replace(LINK, (link, opening: string | undefined) => {
    const dead = deadLinkAt(updates, hrefIn(opening ?? '') ?? '')
    return dead === undefined ? link : link + deadMark(dead, words)
  })
}

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
 * deadMark({ since: '2026-11-30' }, wordsFor('en')) // ' <small>(not found since 2026-11-30)</small>'
 */
export function deadMark({ since, capture }: DeadLink, { deadLink, frame }: Words): string {
  const copied = capture && webAddress(capture.address)
  const copy =
    copied === undefined
      ? []
      : [`<a href="${escapeHtml(copied)}" rel="external">${escapeHtml(deadLink.copy(capture!.date))}</a>`]
  return ` <small>${deadLink.inBrackets([escapeHtml(deadLink.since(since)), ...copy].join(frame.comma))}</small>`
}
