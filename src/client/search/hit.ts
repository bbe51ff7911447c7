/** This file turns the engine's record of a result into a hit, which is what is shown of it. It is pure. */
import { joinElisions } from '../../corpus/search/elisions.ts'
import { excerptOf, piecesOf, withoutTitle } from './excerpt.ts'
import { markWords } from './mark.ts'
import type { Fragment, MatchingSection } from './pagefind.ts'
import type { Piece } from './piece.ts'

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
  /** This is the title in pieces, in which the words of the query are marked. */
  readonly titlePieces: readonly Piece[]
  readonly kind: string
  /** These are other names of the entry, that of its file included. */
  readonly aliases: readonly string[]
  readonly status?: string
  readonly source?: string
  readonly date?: string
  /** This is the folder of the entry, where another result has the same title. */
  readonly place?: string
  readonly serves: readonly Served[]
  /** These are the roles and years of the evidence of an inquiry, as `fieldText` writes them. */
  readonly field?: string
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
 * @param words The words of the query that say what is meant, in lower case.
 */
export function hitOf(found: Fragment, q: string, words: readonly string[]): Hit {
  const fragment = withElisions(found)
  const { url, meta, filters, sub_results: parts } = fragment
  const [kind = 'page', status, date, field] = ['kind', 'status', 'date', 'field'].map((name) => filters[name]?.[0])
  const excerpt = excerptOf(fragment, q, words)
  const title = meta['title'] ?? url
  return {
    url,
    matchUrl: withTextFragment(url, excerpt),
    title,
    titlePieces: markWords(title, words),
    kind,
    aliases: [...(meta['aliases']?.split(' · ') ?? []), ...(meta['file'] === undefined ? [] : [meta['file']])],
    ...(status !== undefined && { status }),
    ...(meta['source'] !== undefined && { source: meta['source'] }),
    ...(date !== undefined && { date }),
    ...(field !== undefined && { field }),
    serves: (filters['serves'] ?? []).flatMap(servedOf),
    excerpt: withoutTitle(excerpt, fragment.content, title),
    sections: parts
      .filter((part) => part.url.includes('#'))
      .slice(0, MAX_SECTIONS)
      .map(sectionOf),
  }
}

/** Joins what the record has apart, see `elisions.ts`. */
const withElisions = (fragment: Fragment): Fragment => ({
  ...fragment,
  content: joinElisions(fragment.content),
  excerpt: joinElisions(fragment.excerpt),
  meta: { ...fragment.meta, ...(fragment.meta['title'] && { title: joinElisions(fragment.meta['title']) }) },
  sub_results: fragment.sub_results.map((section) => ({
    ...section,
    title: joinElisions(section.title),
    excerpt: joinElisions(section.excerpt),
  })),
})

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
