/** This file says where the words of a quote stand in their source, and gives the address that leads to them. */
import { readLocator } from '../bibliography/cited-locator.ts'
import type { Passage } from '../model/passage.ts'
import type { Source } from '../model/source.ts'
import { afterQuotation, quotedParts } from './verbatim.ts'

/**
 * Says where the words of a quote stand. It is undefined for a quote without words.
 *
 * @param quote The `quote` field of a note.
 * @param source The work that the note is drawn from. It is undefined where there are several, or none.
 * @param language The language whose words for pages are read, as a BCP 47 tag.
 */
export function passageOf(quote: string, source: Source | undefined, language: string): Passage | undefined {
  const parts = quotedParts(quote)
  if (parts.length === 0) return undefined
  const page = pageIn(quote, language)
  const href = source && addressOf(source, parts, page)
  return {
    selector: parts.map((exact) => ({ type: 'TextQuoteSelector', exact })),
    ...(page !== undefined && { page }),
    ...(href !== undefined && { href }),
  }
}

/** Reads the page that a quote names at its end. A number without a word for pages may be anything. */
function pageIn(quote: string, language: string): string | undefined {
  const after = afterQuotation(quote).replace(/^[\s\p{P}]+/u, '')
  if (/^\p{Nd}/u.test(after)) return undefined
  const { label, locator } = readLocator(after, language)
  return label === 'page' ? locator : undefined
}

/**
 * Gives the address of a passage: in a PDF where the page is known, and else in the text of a web page. Where the work
 * has both, that of which more is known is taken.
 */
function addressOf({ links, csl }: Source, parts: readonly string[], page: string | undefined): string | undefined {
  const pdf = links.find(({ label }) => label === 'PDF')?.href
  const sheet = page === undefined ? undefined : sheetOf(page, csl['page'])
  if (pdf !== undefined && sheet !== undefined) return withoutFragment(pdf) + `#page=${sheet}`
  const web = links.filter(({ label }) => label !== 'PDF').at(-1)?.href
  return web === undefined ? pdf : withoutFragment(web) + textFragment(parts)
}

const withoutFragment = (address: string): string => address.replace(/#.*$/s, '')

/**
 * Gives the number of the sheet of a PDF on which a page is, from 1. The pages of an article in a volume are counted
 * from its first one.
 *
 * @param pages The pages of the work, as CSL has them: `16189-16211`.
 */
function sheetOf(page: string, pages: unknown): number | undefined {
  const number = firstNumber(page)
  if (number === undefined) return undefined
  const [first, last] = typeof pages === 'string' ? pages.split(/[-–—]/).map(firstNumber) : []
  if (first === undefined || last === undefined) return number
  return number >= first && number <= last ? number - first + 1 : undefined
}

function firstNumber(text: string): number | undefined {
  const [digits] = /^\s*\d{1,9}/.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** Of a longer part, this many words at either end are named. */
const WORDS_AT_END = 5

/**
 * Writes a text fragment, which browsers scroll to and mark (https://wicg.github.io/scroll-to-text-fragment/).
 *
 * @example
 * textFragment(['Loss falls', 'a power-law']) // '#:~:text=Loss%20falls&text=a%20power%2Dlaw'
 */
export const textFragment = (parts: readonly string[]): string =>
  `#:~:${parts.map((part) => `text=${ends(part).map(escaped).join(',')}`).join('&')}`

function ends(part: string): string[] {
  const words = part.split(/\s+/)
  if (words.length <= 2 * WORDS_AT_END) return [part]
  return [words.slice(0, WORDS_AT_END).join(' '), words.slice(-WORDS_AT_END).join(' ')]
}

/** Escapes what has a meaning in a text fragment. A hyphen has one, and `encodeURIComponent` leaves it. */
const escaped = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D')
