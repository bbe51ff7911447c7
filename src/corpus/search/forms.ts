/**
 * Words in the forms in which they are looked for. The search engine splits at spaces, folds accents and stems in the language of the
 * site; what it does not do is done here, for the records and for the queries alike.
 */

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー]{2,}/gu
/** Letters that are letters of their own and no others with an accent, so that nothing comes of taking accents off. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h' },
}
const LETTER = /[łøđðþßæœıħ]/g
/** The Arabic article, with the particles that are written as one with it. */
const ARTICLE = /^[وفبك]?ال(?=\p{Letter}{3})|^لل(?=\p{Letter}{3})/u

/** Does the engine find the words of this language by itself, without spaces? */
const isSegmented = (language: string): boolean => /^(zh|ja|th)\b/i.test(language)

/**
 * A text with each run of an unspaced script as its overlapping pairs of characters, which is how such scripts are commonly indexed
 * where there is no dictionary: `学習の` is `学習 習の`.
 */
export const inPairs = (text: string, language: string): string =>
  isSegmented(language) ? text : text.replace(UNSPACED, (run) => ` ${pairsOf(run).join(' ')} `)

function pairsOf(run: string): string[] {
  const characters = run.match(/./gsu) ?? []
  return characters.slice(1).map((character, index) => characters[index]! + character)
}

/** What a text is found by besides the words it has, each once: pairs of characters, plain letters, words without their article. */
export function otherForms(text: string, language: string): string[] {
  if (!mayHaveOtherForms(text)) return []
  const pairs = isSegmented(language) ? [] : (text.match(UNSPACED) ?? []).flatMap(pairsOf)
  const words = text.toLowerCase().match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []
  const plain = words.flatMap((word) => [plainLetters(word), word.replace(ARTICLE, '')].filter((form) => form !== word))
  return [...new Set([...pairs, ...plain])].sort()
}

/** In lower case. */
const plainLetters = (word: string): string => word.replace(LETTER, (letter) => LETTERS[letter]!)

/** Most texts have none of what is looked for, and each is long. */
export const mayHaveOtherForms = (text: string): boolean => NOTABLE.test(text)

const NOTABLE =
  /[łøđðþßæœıħ\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー\p{Script=Arabic}]/iu
