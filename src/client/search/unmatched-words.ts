/** This file finds the words of a query that occur nowhere. It is pure. */
import { foldLetters, withoutAccents } from '../../corpus/search/letters.ts'
import { pairsOf } from '../../corpus/search/unspaced.ts'
import type { Fragment } from './pagefind.ts'

/**
 * Returns the words of a query that none of the records has. For a word that the index does not have, the engine takes
 * any word that begins alike, however little they have in common. So the records are searched through.
 *
 * @param words The words of the query, in lower case.
 * @param found Records that the engine found by these words.
 */
export function unmatchedWords(words: readonly string[], found: readonly Fragment[]): string[] {
  const parts = wordsIn(found)
  return words.filter((word) => !parts.some((part) => isMatch(word, part)))
}

/** Returns the words of records and the parts of them, folded, each once. */
export const wordsIn = (found: readonly Fragment[]): string[] => [
  ...new Set(found.flatMap(({ content, meta }) => partsOf([content, ...Object.values(meta)].join(' ')))),
]

/**
 * Returns the words of a text, folded: those that have signs within them (`k-NN`) as a whole and in parts, as the index
 * has them.
 */
export function partsOf(text: string): string[] {
  const folded = foldWord(text)
  return [folded.replace(WITHIN, ''), ...(WITHIN.test(folded) ? [folded] : [])].flatMap(
    (each) => each.match(PART) ?? [],
  )
}

/** Matches a sign within a word. A slash or a colon stands between two, as in the address of a work. */
const WITHIN = /(?<=[\p{Letter}\p{Number}])(?![/:])\p{Punctuation}(?=[\p{Letter}\p{Number}])/gu
const PART = /[\p{Letter}\p{Mark}\p{Number}+#]+/gu
/** Matches scripts without spaces, whose words are anywhere in a run of letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Tells whether a word of a query is a word of a text: the same, its beginning, or another form of it.
 *
 * @param part A word in the form that `foldWord` gives.
 */
export function isMatch(word: string, part: string): boolean {
  const folded = foldWord(word).replace(WITHIN, '')
  if (part.startsWith(folded) || isSameWord(folded, part)) return true
  // A run without spaces is several words, so it is somewhere when any of its pairs is.
  return UNSPACED.test(folded) && pairsOf(folded).some((pair) => part.includes(pair))
}

/**
 * Tells whether two words may be forms of one, which differ in their endings only. The engine stems words by rules that
 * differ from language to language and are not known here.
 *
 * @example
 * isSameWord('rewarding', 'rewards') // true
 * isSameWord('forgot', 'format') // false
 */
export function isSameWord(a: string, b: string): boolean {
  // Numbers have no endings: 2018 is no form of 2019.
  if (/\d/.test(a)) return false
  const kept = a.length < 7 ? a.length - 1 : a.length - 3
  return kept >= MIN_STEM && b.length <= kept + MAX_ENDING && b.startsWith(a.slice(0, kept))
}

/** This is the least number of letters that two forms of a word share. */
const MIN_STEM = 3
/** This is the greatest number of letters of an ending. */
const MAX_ENDING = 5

/** Folds a text for comparison: in lower case, without accents and in plain letters. */
export const foldWord = (text: string): string => foldLetters(withoutAccents(text), '')
