/**
 * This file folds letters that are alike to a reader and not to the search engine, which folds accents only. Records
 * have the folded form beside the written one, and queries are asked in the folded form.
 */

/** These letters are not a plain letter with an accent, so folding accents does not change them. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h' },
}
/** Arabic keyboards and those of other languages in the same script have different letters of one look. */
const TO_ARABIC: Readonly<Record<string, string>> = { ک: 'ك', ی: 'ي', ى: 'ي' }
/** The same letters, as they are written in Persian, Urdu and their neighbours. */
const TO_PERSIAN: Readonly<Record<string, string>> = { ك: 'ک', ي: 'ی', ى: 'ی' }

const LATIN_LETTER = /[łøđðþßæœıħ]/g
const ARABIC_LETTER = /[كيىکی]/g
/** These languages write in the Arabic script with the letters of Persian. */
const WRITTEN_AS_PERSIAN = /^(fa|ur|ps|ckb|ku|ug|sd|pa|ks|bal|glk|mzn|lrc)\b/i

/**
 * Folds the letters of a text in lower case.
 *
 * @param language The language of the site, as a BCP 47 tag. It says which of two Arabic letters is the usual one.
 *
 * @example
 * foldLetters('œuvre', 'fr') // 'oeuvre'
 * foldLetters('کتاب', 'ar') // 'كتاب'
 */
export function foldLetters(text: string, language: string): string {
  const arabic = WRITTEN_AS_PERSIAN.test(language) ? TO_PERSIAN : TO_ARABIC
  return text
    .replace(LATIN_LETTER, (letter) => LATIN[letter]!)
    .replace(ARABIC_LETTER, (letter) => arabic[letter] ?? letter)
}

/**
 * These are the scripts whose marks are vowels and tones, and no accents. Pagefind 1.6 takes every mark for an accent and
 * leaves it out, so that कुल finds कल, unless it is told to compare marks.
 */
const SIGNED =
  'Devanagari|Bengali|Gurmukhi|Gujarati|Oriya|Tamil|Telugu|Kannada|Malayalam|Sinhala|Thai|Lao|Tibetan|Myanmar|Khmer'
    .split('|')
    .map((script) => `\\p{Script=${script}}`)
    .join('')
const SIGNED_SCRIPT = new RegExp(`[${SIGNED}]`, 'u')
const ACCENT = new RegExp(`(?![${SIGNED}])\\p{Mark}`, 'gu')

/** Tells whether a text is in a script in which words differ by their marks. */
export const hasSigns = (text: string): boolean => SIGNED_SCRIPT.test(text)

/**
 * Folds a text for comparison: in lower case, and without accents, but with the signs by which words differ.
 *
 * @example
 * withoutAccents('Éte कुल') // 'ete कुल'
 */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(ACCENT, '').normalize('NFC').toLowerCase()
