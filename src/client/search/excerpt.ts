/** This file makes the excerpt of a result, with the words of the query marked. It is pure. */
import { markWords } from './mark.ts'
import type { Fragment } from './pagefind.ts'
import type { Piece } from './piece.ts'

/** This is the number of characters that an excerpt has on either side of a match. */
const CONTEXT_LENGTH = 90

/**
 * Returns the excerpt of a result. It is the text around what was typed, where several words were typed and the text has
 * exactly these; otherwise the engine's own, or where the engine knows the words by other forms only, the text around
 * the first of them.
 */
export function excerptOf({ excerpt, content, meta }: Fragment, q: string, words: readonly string[]): readonly Piece[] {
  const typed = q.replace(/["“”„«»]/g, '').trim()
  const start = content.startsWith(meta['title'] ?? '\0') ? meta['title']!.length : 0
  const at = typed.includes(' ') ? content.toLowerCase().indexOf(typed.toLowerCase(), start) : -1
  if (at >= 0) return around(content, start, at, at + typed.length)
  if (excerpt.includes('<mark>')) return piecesOf(excerpt)
  const [before, match] = markWords(content.slice(start), words)
  const offset = start + (before?.isMatch === true ? 0 : (before?.text.length ?? 0))
  const found = before?.isMatch === true ? before : match
  return found === undefined ? piecesOf(excerpt) : around(content, start, offset, offset + found.text.length)
}

/**
 * Returns a part of a text with what is before and after it, cut at spaces.
 *
 * @param start The offset before which nothing is taken.
 */
function around(content: string, start: number, at: number, end: number): Piece[] {
  const before = content.slice(Math.max(start, at - CONTEXT_LENGTH), at)
  const after = content.slice(end, end + CONTEXT_LENGTH)
  const pieces = [
    { text: before.replace(at - CONTEXT_LENGTH > start ? /^\S*\s/ : /^[.\s]+/, ''), isMatch: false },
    { text: content.slice(at, end), isMatch: true },
    { text: after.replace(end + CONTEXT_LENGTH < content.length ? /\s\S*$/ : '', ''), isMatch: false },
  ]
  return pieces.filter(({ text }) => text !== '')
}

/** Removes the title from the beginning of an excerpt, because it already stands over it. */
export function withoutTitle(excerpt: readonly Piece[], content: string, title: string): readonly Piece[] {
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
