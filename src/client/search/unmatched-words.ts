/** This file finds the words of a query that occur nowhere. It is pure. */
import type { Fragment } from './pagefind.ts'

/**
 * Returns the beginning of a word without its last letters, because the engine stems words and their endings may
 * differ. Three letters are kept at least.
 */
const stemOf = (word: string): string => word.slice(0, Math.max(3, word.length - (word.length === 6 ? 1 : 2)))

/**
 * Returns the words that occur in none of the records that were found. For a word that the index does not have, the
 * engine takes any word that begins alike, however little they have in common. So the records are searched through.
 *
 * @param words The words of the query, in lower case.
 * @param found The records of the first results.
 * @returns The words of which no record has a word with the same stem.
 */
export function unmatchedWords(words: readonly string[], found: readonly Fragment[]): string[] {
  const texts = found.map(({ content, meta }) => ` ${foldText([content, ...Object.values(meta)].join(' '))}`)
  return words.filter((word) => {
    const stem = stemOf(foldText(word))
    return !texts.some((text) => text.includes(stem))
  })
}

/**
 * Folds a text as the engine does before it compares: in lower case, without accents and without signs within words.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/(?<=[\p{Letter}\p{Number}])[\p{Punctuation}](?=[\p{Letter}\p{Number}])/gu, '')
