/** This file knows the scripts that put no spaces between words, and how their words are found. */

/** Matches runs of scripts that put no spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]{2,}/gu

/** It splits texts into what readers see as characters: a letter with its vowel signs and its tone is one. */
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Replaces each run of a script without spaces by its overlapping pairs of characters. They find more than what Pagefind
 * 1.6 takes for words, in each language in which that was measured: see docs/search.md.
 *
 * @example
 * inPairs('学習の例') // ' 学習 習の の例 '
 */
export const inPairs = (text: string): string => text.replace(UNSPACED, (run) => ` ${pairsOf(run).join(' ')} `)

/** Gives the overlapping pairs of characters of a text, or the text where it is a single one. */
export function pairsOf(run: string): string[] {
  const all = Array.from(characters.segment(run), ({ segment }) => segment)
  return all.length < 2 ? all : all.slice(1).map((character, index) => all[index]! + character)
}
