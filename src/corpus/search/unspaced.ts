/** This file knows the scripts that put no spaces between words, and how their words are found. */

/** Matches runs of scripts that put no spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]{2,}/gu

/**
 * Tells whether the words of a language without spaces are left to the search engine. Those of Chinese and Japanese are
 * not: pairs of characters find more than what Pagefind 1.6 takes for words, see docs/search.md.
 */
export const isSegmented = (language: string): boolean => /^th\b/i.test(language)

/** It splits texts into what readers see as characters: a letter with its vowel signs and its tone is one. */
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Replaces each run of a script without spaces by its overlapping pairs of characters. Such scripts are commonly
 * indexed in this way where there is no dictionary.
 *
 * @param language The language of the site, as a BCP 47 tag.
 *
 * @example
 * inPairs('学習の例', 'en') // ' 学習 習の の例 '
 */
export const inPairs = (text: string, language: string): string =>
  isSegmented(language) ? text : text.replace(UNSPACED, (run) => ` ${pairsOf(run).join(' ')} `)

/** Gives the overlapping pairs of characters of a text, or the text where it is a single one. */
export function pairsOf(run: string): string[] {
  const all = Array.from(characters.segment(run), ({ segment }) => segment)
  return all.length < 2 ? all : all.slice(1).map((character, index) => all[index]! + character)
}
