/**
 * This file gives words the forms in which they are looked for. The search engine splits text at spaces, folds accents
 * and stems words in the language of the site. What it does not do is done here, for the records and for the queries
 * alike.
 */

/** Matches runs of scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー]{2,}/gu
/** These letters are not a plain letter with an accent, so folding accents does not change them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h' },
}
const LETTER = /[łøđðþßæœıħ]/g
/** Matches the Arabic article, with the particles that are written together with it. */
const ARTICLE = /^[وفبك]?ال(?=\p{Letter}{3})|^لل(?=\p{Letter}{3})/u

/** Tells whether the search engine finds the words of a language without spaces by itself. */
const isSegmented = (language: string): boolean => /^(zh|ja|th)\b/i.test(language)

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

/** Gives the overlapping pairs of characters of a text. */
function pairsOf(run: string): string[] {
  const characters = run.match(/./gsu) ?? []
  return characters.slice(1).map((character, index) => characters[index]! + character)
}

/**
 * Gives the forms by which a text is found besides the words that it has: pairs of characters, words in plain letters,
 * and words without their article. Each form is given once, in the order of code units.
 *
 * @param language The language of the site, as a BCP 47 tag.
 *
 * @example
 * otherForms('Łódź 学習の', 'en') // ['lódź', '学習', '習の']
 * otherForms('plain words', 'en') // []
 */
export function otherForms(text: string, language: string): string[] {
  if (!mayHaveOtherForms(text)) return []
  const pairs = isSegmented(language) ? [] : (text.match(UNSPACED) ?? []).flatMap(pairsOf)
  const words = text.toLowerCase().match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []
  const plain = words.flatMap((word) => [plainLetters(word), word.replace(ARTICLE, '')].filter((form) => form !== word))
  return [...new Set([...pairs, ...plain])].sort()
}

/** Replaces the letters of `LETTERS` in a word of small letters. */
const plainLetters = (word: string): string => word.replace(LETTER, (letter) => LETTERS[letter]!)

/** Tells whether a text may have other forms. Most texts have none and are long, so this is asked first. */
export const mayHaveOtherForms = (text: string): boolean => NOTABLE.test(text)

/** Matches every letter and script that has other forms. */
const NOTABLE =
  /[łøđðþßæœıħ\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー\p{Script=Arabic}]/iu
