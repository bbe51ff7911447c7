/** Words that occur nowhere. Pure. */
import type { Fragment } from './pagefind.ts'

/** Endings may differ, because the engine stems: of short words, little is left. */
const stemOf = (word: string): string => word.slice(0, Math.max(3, word.length - (word.length === 6 ? 1 : 2)))

/**
 * The engine takes words that begin like one it does not have, however little they have in common. So what it found is looked through.
 *
 * @param words Of the query, in lower case.
 * @returns Those of which nothing that was found has a word with the same stem.
 */
export function unmatchedWords(words: readonly string[], found: readonly Fragment[]): string[] {
  const texts = found.map(({ content, meta }) => ` ${foldText([content, ...Object.values(meta)].join(' '))}`)
  return words.filter((word) => {
    const stem = stemOf(foldText(word))
    return !texts.some((text) => text.includes(stem))
  })
}

/** As the engine compares: in lower case, without accents and without signs within words. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/(?<=[\p{Letter}\p{Number}])[\p{Punctuation}](?=[\p{Letter}\p{Number}])/gu, '')
