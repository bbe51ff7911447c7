/**
 * This file gives words the forms in which they are looked for. The search engine splits text at spaces, folds accents
 * and stems words in the language of the site. What it does not do is done here, for the records and for the queries
 * alike.
 */
import { withoutElisions } from './elisions.ts'
import { foldLetters } from './letters.ts'
import { inPairs, pairsOf, UNSPACED } from './unspaced.ts'

/** Matches the Arabic article, with the particles that are written together with it. */
const ARTICLE = /^[وفبك]?ال(?=\p{Letter}{3})|^لل(?=\p{Letter}{3})/u
/** Matches the numbers of versions, which are written with a `v` and without one. */
const VERSION = /(?<![\p{Letter}\p{Number}.])v(\d+(?:\.\d+)+)/giu
const WORD = /[\p{Letter}\p{Mark}\p{Number}]+/gu

/**
 * Gives the forms by which a text is found besides the words that it has: pairs of characters, words in folded letters,
 * words without their article, and numbers of versions without their `v`. Each form is given once, in the order of code
 * units.
 *
 * @param language The language of the site, as a BCP 47 tag.
 *
 * @example
 * otherForms('Łódź 学習の', 'en') // ['lódź', '学習', '習の']
 * otherForms('plain words', 'en') // []
 */
export function otherForms(text: string, language: string): string[] {
  if (!mayHaveOtherForms(text)) return []
  const pairs = (text.match(UNSPACED) ?? []).flatMap(pairsOf)
  const words = text.toLowerCase().match(WORD) ?? []
  const folded = words.flatMap((word) =>
    [foldLetters(word, language), foldLetters(word.replace(ARTICLE, ''), language)].filter((form) => form !== word),
  )
  const versions = [...text.matchAll(VERSION)].map(([, number]) => number!)
  return [...new Set([...pairs, ...folded, ...versions])].sort()
}

/**
 * Gives a query in the forms that records have.
 *
 * @param language The language of the site, as a BCP 47 tag.
 *
 * @example
 * queryForm('L’Œuvre v2.5.1', 'fr') // 'oeuvre 2.5.1'
 */
export const queryForm = (typed: string, language: string): string =>
  inPairs(foldLetters(withoutElisions(typed.normalize('NFC').toLowerCase()), language)).replace(VERSION, '$1')

/** Tells whether a text may have other forms. Most texts have none and are long, so this is asked first. */
export const mayHaveOtherForms = (text: string): boolean => NOTABLE.test(text)

/** Matches every letter and script that has other forms. */
const NOTABLE =
  /[łøđðþßæœıħ\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー\p{Script=Arabic}]|\bv\d+\.\d/iu
