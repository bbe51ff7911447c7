/**
 * This file finds links in a text that is no Markdown, such as the name of a funder. Nobody can follow a link there, and
 * yet it names what it would lead to.
 */
/** A `LinkInText` is a wikilink or a Markdown link in a plain text. */
export interface LinkInText {
  /** This is the whole link as it is written. */
  readonly written: string
  readonly start: number
  readonly end: number
  /** For a wikilink, this is what stands between its brackets. */
  readonly inside?: string
  /** For a Markdown link, this is the path that it leads to, decoded and without what follows a `#`. */
  readonly path?: string
  /** For a Markdown link, these are its words. */
  readonly words?: string
}

/** Tells whether a text may hold a link. Most texts hold none, and this costs little. */
export const mayHoldLink = (text: string): boolean => text.includes('[[') || text.includes('](')

/**
 * Lists the links of a text. One within another comes after it.
 *
 * @example
 * linksInText('See [[a|this]] and [that](b.md#part).').map(({ written }) => written) // ['[[a|this]]', '[that](b.md#part)']
 */
export function linksInText(text: string): LinkInText[] {
  const links = mayHoldLink(text) ? [...markdownLinks(text), ...wikilinksIn(text)] : []
  return links.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Matches Markdown links. After the address there may be a title, in quotes of any language. */
const MARKDOWN_LINK =
  /!?\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*(?:<([^<>\n]*)>|(\[\[[^[\]]*\]\]|[^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))(?:\s[^()]*)?\)/gs
const OTHER_SITE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

function* markdownLinks(text: string): Generator<LinkInText> {
  for (const { 0: written, 1: words = '', 2: bracketed, 3: bare = '', index: start } of text.matchAll(MARKDOWN_LINK)) {
    const target = (bracketed ?? bare).trim()
    const link = { written, words: words.trim(), start, end: start + written.length }
    const inside = /^\[\[(.*)\]\]$/s.exec(target)?.[1]
    if (inside !== undefined) yield { ...link, inside }
    else if (!OTHER_SITE.test(target)) yield { ...link, path: decoded(target.replace(/[?#].*$/s, '')) }
  }
}

/** Decodes an address. One that cannot be decoded stays as it is. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** Matches brackets that open or close a wikilink. Of three that open, the last two do. */
const BRACKETS = /\[(?=\[\[(?:\[\[)*(?!\[))|\[\[|\]\]/g

/** Finds wikilinks, and those within the names of others. */
function* wikilinksIn(text: string): Generator<LinkInText> {
  const open: number[] = []
  for (const { 0: brackets, index } of text.matchAll(BRACKETS))
    if (brackets === '[[') open.push(index)
    else if (brackets === ']]') {
      const from = open.pop()
      if (from === undefined) continue
      const [start, end] = [text[from - 1] === '!' ? from - 1 : from, index + 2]
      yield { written: text.slice(start, end), inside: text.slice(from + 2, index), start, end }
    }
}
