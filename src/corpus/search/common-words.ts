/** This file finds the words that many entries have. They say little of what a query means, and are dear to look up. */
import { compareText } from '../compare.ts'

/** A word is common if at least this share of the entries has it. Of the index of a rarer one little is fetched. */
const COMMON = 0.02
/** The list is not longer than this, so that it stays small beside the index. */
const MOST = 500

/**
 * Gives the words that many of some texts have, the commonest first, in lower case.
 *
 * @param texts The HTML of the search records of some entries.
 * @param functionWords Words that are left out, because a query is not searched for them anyway.
 *
 * @example
 * commonWords(['<p>A sleeper</p>', '<p>A dream</p>', '<p>The sleeper</p>'], ['a', 'the']) // ['sleeper', 'dream']
 */
export function commonWords(texts: readonly string[], functionWords: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of functionWords) counts.delete(word)
  return [...counts]
    .filter(([, count]) => count >= texts.length * COMMON)
    .sort(([a, countA], [b, countB]) => countB - countA || compareText(a, b))
    .slice(0, MOST)
    .map(([word]) => word)
}

/** Gives the words of a text, each once. */
const wordsOf = (html: string): Set<string> =>
  new Set(
    html
      .replace(/<[^>]*>/g, ' ')
      .toLowerCase()
      .match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? [],
  )
