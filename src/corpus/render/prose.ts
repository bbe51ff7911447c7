/** This file shows the fields of the frontmatter that hold Markdown. */
import { plainText } from '../escape-html.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Markup, WithMarkup } from '../model/entry.ts'
import type { Body, Parsed } from '../model/parsed.ts'
import { withDeadLinks } from './dead-links.ts'
import { fillBody } from './fill.ts'
import type { FillOptions } from './open-link.ts'

type Texts = Readonly<Record<string, string | undefined>>

/**
 * Gives fields as plain text, without those that are undefined. Those that hold Markdown are in `markup` as HTML too.
 *
 * @param entries The entries whose frontmatter may have the fields.
 */
export function proseOf<T extends Texts>(
  corpus: Corpus,
  entries: readonly Parsed[],
  texts: T,
  filling: FillOptions = {},
): { [K in keyof T]?: string } & WithMarkup {
  const plain: Record<string, string> = {}
  const markup: Record<string, Markup> = {}
  for (const [name, text] of Object.entries(texts)) {
    if (text === undefined) continue
    const html = htmlOf(corpus, entries, text, filling)
    plain[name] = html === undefined ? text : plainText(html)
    // What a link names may be a draft, so such a field is handed on with the words that the page shows.
    const isLinked = entries.some(({ fields }) => fields.some((each) => each.text === text && hasSlots(each.body)))
    if (html !== undefined)
      markup[name] = { html: withDeadLinks(corpus, html), markdown: isLinked ? plain[name] : text }
  }
  return { ...plain, ...(Object.keys(markup).length > 0 && { markup }) } as { [K in keyof T]?: string } & WithMarkup
}

/** Gives a field as plain text. */
export function plainOf(corpus: Corpus, entry: Parsed, text: string): string {
  const html = htmlOf(corpus, [entry], text, {})
  return html === undefined ? text : plainText(html)
}

const hasSlots = (body: Body): boolean => body.some((piece) => typeof piece !== 'string')

function htmlOf(corpus: Corpus, entries: readonly Parsed[], text: string, filling: FillOptions): string | undefined {
  for (const entry of entries) {
    const body = entry.fields.find((each) => each.text === text)?.body
    if (body !== undefined) return fillBody(corpus, entry, body, filling).join('')
  }
  return undefined
}
