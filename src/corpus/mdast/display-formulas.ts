/** This file finds where a formula that `$$` opens ends. */
import { isEscaped, lineEnd, lineStart } from './source-lines.ts'

/**
 * Gives the offset after the `$$` that closes a formula. It may be anywhere in the same paragraph. Where `$$` is the
 * first or the last on its line, the formula may go on past what would end a paragraph, because TeX has lines that
 * begin like a list and may have blank lines. It never goes on over a heading, code, the end of a quotation, or a
 * paragraph of prose, so that a `$$` that nothing closes takes no words with it.
 *
 * @param open The offset of the opening `$$`.
 * @param paragraph The block in which it stands.
 * @param isVerbatim Tells whether an offset of the block is in code and the like.
 * @returns The offset, or undefined where nothing closes the formula.
 */
export function closeOfDisplay(
  source: string,
  open: number,
  paragraph: { readonly end: number; readonly type: string },
  isVerbatim: (offset: number) => boolean,
): number | undefined {
  let close = nextSigns(source, open + 2, open + 2)
  while (close >= 0 && close < paragraph.end && isVerbatim(close)) close = nextSigns(source, close + 2, open + 2)
  if (close < 0) return undefined
  const inner = source.slice(open + 2, close)
  if (inner.trim() === '') return undefined
  if (close < paragraph.end) return close + 2
  const mayGoOn = paragraph.type !== 'tableCell' && (isAloneBefore(source, open) || isLast(source, open + 2))
  return mayGoOn && isWhole(source, open, close, inner) ? close + 2 : undefined
}

/** Gives the offset of the next `$$` that no backslash stands before. */
function nextSigns(source: string, at: number, from: number): number {
  let found = source.indexOf('$$', at)
  while (found >= 0 && isEscaped(source, found, from)) found = source.indexOf('$$', found + 1)
  return found
}

/** Matches what may stand on a line before a block: the marks of quotations and of items of lists. */
const BEFORE_BLOCK = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*$/

/** Tells whether nothing but the marks of quotations and items of lists stands before an offset on its line. */
export const isAloneBefore = (source: string, offset: number): boolean =>
  BEFORE_BLOCK.test(source.slice(lineStart(source, offset), offset))

/** Counts the quotations in which the line of an offset stands. */
export const quoteDepth = (source: string, offset: number): number =>
  depthOf(source.slice(lineStart(source, offset), offset))

const depthOf = (line: string): number => /^[ \t>]*/.exec(line)![0].split('>').length - 1

const isLast = (source: string, offset: number): boolean => source.slice(offset, lineEnd(source, offset)).trim() === ''

/** Matches the lines over which no formula goes: headings, code, callouts. */
const BOUNDARY = /^[ \t>]*(?:#{1,6}[ \t]|```|~~~|\[![\w-]+\])/

/** Tells whether what stands between two `$$` that are not in the same paragraph is one formula. */
function isWhole(source: string, open: number, close: number, inner: string): boolean {
  const depth = quoteDepth(source, open)
  const lines = inner.split('\n').slice(1)
  if (lines.some((line) => BOUNDARY.test(line) || depthOf(line) < depth)) return false
  const before = source.slice(lineStart(source, close), close)
  const after = source.slice(close + 2, lineEnd(source, close))
  if (after.includes('$$') && /^[ \t>]*$/.test(before)) return false
  const isAtEnd = /^[ \t]*[.,;:]?[ \t]*(?:\^[A-Za-z0-9-]+)?[ \t\r]*$/.test(after)
  const blocks = inner.split(/\n[ \t>\r]*(?=\n)/)
  if (blocks.length === 1) return isAtEnd || /^[ \t>]*$/.test(before)
  return isAtEnd && !blocks.some(isProse)
}

/** Matches three words in a row. */
const WORDS = /(?:^|[\s(])\p{L}[\p{L}’'-]+[,;]? \p{L}+[,;]? \p{L}+(?=[\s.,;:!?)]|$)/u

/** Tells whether a block is of words and not of TeX. Words in braces are part of a formula. */
const isProse = (block: string): boolean => WORDS.test(block.replace(/\{[^{}]*\}/g, '{}'))
