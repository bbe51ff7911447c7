/** This file turns the engine's record of a result into a hit, which is what is shown of it. It is pure. */
import type { Fragment, MatchingSection } from './pagefind.ts'

/** This is a piece of an excerpt. A match is marked. */
export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}

/** This is an inquiry that a note serves, and the role in which it does. */
export interface Served {
  readonly role: string
  readonly url: string
  readonly title: string
}

/** This is a section of a page. */
export interface Section {
  readonly title: string
  readonly url: string
}

/** This is a result as it is shown. */
export interface Hit {
  /** This is the address of the page. */
  readonly url: string
  /** This is the address of the match in the page. */
  readonly matchUrl: string
  readonly title: string
  readonly kind: string
  readonly aliases: readonly string[]
  readonly status?: string
  readonly source?: string
  readonly date?: string
  readonly serves: readonly Served[]
  readonly excerpt: readonly Piece[]
  /** These are the sections of the page that match, each of which has a heading. */
  readonly sections: readonly Section[]
}

/** This is the greatest number of sections that are shown under a hit. */
const MAX_SECTIONS = 3

/**
 * Makes a hit from the record of a result.
 *
 * @param q The query as it was typed. The excerpt shows it where the text has exactly these words.
 */
export function hitOf(fragment: Fragment, q: string): Hit {
  const { url, meta, filters, sub_results: parts } = fragment
  const [kind = 'page', status, date] = [filters['kind']?.[0], filters['status']?.[0], filters['date']?.[0]]
  const excerpt = excerptOf(fragment, q)
  const title = meta['title'] ?? url
  return {
    url,
    matchUrl: withTextFragment(url, excerpt),
    title,
    kind,
    aliases: meta['aliases']?.split(' · ') ?? [],
    ...(status !== undefined && { status }),
    ...(meta['source'] !== undefined && { source: meta['source'] }),
    ...(date !== undefined && { date }),
    serves: (filters['serves'] ?? []).flatMap(servedOf),
    excerpt: withoutTitle(excerpt, fragment.content, title),
    sections: parts
      .filter((part) => part.url.includes('#'))
      .slice(0, MAX_SECTIONS)
      .map(sectionOf),
  }
}

/** Makes a section from the engine's record of it. */
const sectionOf = ({ title, url, excerpt }: MatchingSection): Section => ({
  title,
  url: withTextFragment(url, piecesOf(excerpt)),
})

/**
 * Reads `role address title`, as the index has it for each inquiry that a note serves. The list is empty for any
 * other text.
 */
function servedOf(fact: string): Served[] {
  const [, role, url, title] = /^(\S+) (\S+) (.*)$/s.exec(fact) ?? []
  return role === undefined || url === undefined || title === undefined ? [] : [{ role, url, title }]
}

/** This is the number of characters that an excerpt has on either side of a match. */
const CONTEXT_LENGTH = 90

/**
 * Returns the excerpt of a result. It is the engine's own, unless the query is several words, or words that the
 * engine knows by other forms only, and the text has exactly these: then it is the text around them.
 */
function excerptOf({ excerpt, content, meta }: Fragment, q: string): Piece[] {
  const typed = q.replace(/["“”„«»]/g, '').trim()
  const isWanted = typed !== '' && (typed.includes(' ') || !excerpt.includes('<mark>'))
  const start = content.startsWith(meta['title'] ?? '\0') ? meta['title']!.length : 0
  const at = isWanted ? content.toLowerCase().indexOf(typed.toLowerCase(), start) : -1
  if (at < 0) return piecesOf(excerpt)
  const end = at + typed.length
  const pieces = [
    {
      text: content
        .slice(Math.max(start, at - CONTEXT_LENGTH), at)
        .replace(at - CONTEXT_LENGTH > start ? /^\S*\s/ : /^[.\s]+/, ''),
      isMatch: false,
    },
    { text: content.slice(at, end), isMatch: true },
    {
      text: content.slice(end, end + CONTEXT_LENGTH).replace(end + CONTEXT_LENGTH < content.length ? /\s\S*$/ : '', ''),
      isMatch: false,
    },
  ]
  return pieces.filter(({ text }) => text !== '')
}

/** Removes the title from the beginning of an excerpt, because it already stands over it. */
function withoutTitle(excerpt: readonly Piece[], content: string, title: string): readonly Piece[] {
  const start = excerpt
    .map(({ text }) => text)
    .join('')
    .slice(0, 30)
  const at = content.indexOf(start)
  if (!content.startsWith(title) || at < 0 || at >= title.length) return excerpt
  let left = title.length - at
  return excerpt.flatMap(({ text, isMatch }, index) => {
    const rest = text.slice(left)
    left = Math.max(0, left - text.length)
    const shown = index === 0 || left > 0 || rest.length < text.length ? rest.replace(/^[.\s]+/, '') : rest
    return shown === '' ? [] : [{ text: shown, isMatch }]
  })
}

/**
 * Splits an excerpt of the engine into pieces.
 *
 * @param excerpt Text with `<mark>` around each match, and with `<` and `>` escaped elsewhere.
 */
export function piecesOf(excerpt: string): Piece[] {
  const parts = excerpt.split(/<mark>(.*?)<\/mark>/s)
  return parts
    .map((text, index) => ({ text: unescapeHtml(text), isMatch: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** Turns `&lt;` and `&gt;` back into the signs they stand for. */
const unescapeHtml = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')

/**
 * Adds to an address a text fragment, which makes the browser scroll to the match and mark it
 * (https://wicg.github.io/scroll-to-text-fragment/). The page needs no script for it, and a browser that does not
 * know text fragments opens the page all the same.
 *
 * @example withTextFragment('/a/', piecesOf('a <mark>random reward</mark>')) // '/a/#:~:text=random%20reward'
 */
export function withTextFragment(url: string, excerpt: readonly Piece[]): string {
  const words = longestMatch(excerpt)
  if (words === '') return url
  const directive = `:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`
  return url.includes('#') ? url + directive : `${url}#${directive}`
}

/** Returns the longest run of matching words that follow one another within a sentence, or an empty string. */
function longestMatch(excerpt: readonly Piece[]): string {
  const runs = ['']
  for (const { text, isMatch } of excerpt)
    if (isMatch) {
      runs.push(runs.pop()! + text)
      if (/[\p{Punctuation}]$/u.test(text)) runs.push('')
    } else if (text.trim() === '') runs.push(runs.pop()! + text)
    else runs.push('')
  const trimmed = runs.map((run) => run.replace(/^[\p{Punctuation}\s]+|[\p{Punctuation}\s]+$/gu, ''))
  return trimmed.reduce((longest, run) => (run.length > longest.length ? run : longest))
}
