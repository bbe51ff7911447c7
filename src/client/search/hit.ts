/** What the engine says of a result → what is shown of it. Pure. */
import type { Fragment, MatchingSection } from './pagefind.ts'

export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}

export interface Served {
  readonly role: string
  readonly url: string
  readonly title: string
}

export interface Section {
  readonly title: string
  readonly url: string
}

export interface Hit {
  readonly url: string
  /** Where the match is. */
  readonly matchUrl: string
  readonly title: string
  readonly kind: string
  readonly aliases: readonly string[]
  readonly status?: string
  readonly source?: string
  readonly date?: string
  readonly serves: readonly Served[]
  readonly excerpt: readonly Piece[]
  /** Sections of it that match, each with a heading of its own. */
  readonly sections: readonly Section[]
}

const MAX_SECTIONS = 3

/** @param q What was typed, to be found in a text that the engine has only by other forms. */
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

const sectionOf = ({ title, url, excerpt }: MatchingSection): Section => ({
  title,
  url: withTextFragment(url, piecesOf(excerpt)),
})

function servedOf(fact: string): Served[] {
  const [, role, url, title] = /^(\S+) (\S+) (.*)$/s.exec(fact) ?? []
  return role === undefined || url === undefined || title === undefined ? [] : [{ role, url, title }]
}

/** In characters, on either side of a match. */
const CONTEXT_LENGTH = 90

/** The engine's own, unless the text has just what was typed: several words, or words that the engine has by other forms only. */
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

/** The title stands over the excerpt, and need not be in it. */
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

export function piecesOf(excerpt: string): Piece[] {
  const parts = excerpt.split(/<mark>(.*?)<\/mark>/s)
  return parts
    .map((text, index) => ({ text: unescapeHtml(text), isMatch: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

const unescapeHtml = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')

/**
 * An address that makes the browser scroll to the match and mark it: a text fragment (https://wicg.github.io/scroll-to-text-fragment/).
 * A page needs no script for it, and a browser that does not know it goes to the page all the same.
 */
export function withTextFragment(url: string, excerpt: readonly Piece[]): string {
  const words = longestMatch(excerpt)
  if (words === '') return url
  const directive = `:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`
  return url.includes('#') ? url + directive : `${url}#${directive}`
}

/** Matching words that follow one another within a sentence; the longest of such runs. */
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
