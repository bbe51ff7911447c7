/**
 * This file takes apart words that French, Italian and their neighbours join by an apostrophe (`l’œuvre`, `dell’arte`).
 * Pagefind 1.6 splits words at `'` and not at `’`, which is what pages are set with, so the second word was not found.
 * A record has a space after the apostrophe, and what is shown of it has none.
 */

/** These are the words that lose their vowel before another, in any of the languages that have such words. */
const ELIDED =
  'l|d|j|m|n|s|t|c|v|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|entr|un|dell|nell|sull|dall|all|coll|ch|gl|com|dov|' +
  'cos|anch|quest|quell|bell|sant|tutt|mezz|senz|nient|grand|buon|ns|ds'
const JOINED = new RegExp(`(?<![\\p{Letter}\\p{Number}’'])(${ELIDED})([’'])(?=\\p{Letter}{2})`, 'giu')
const APART = new RegExp(
  `(?<![\\p{Letter}\\p{Number}’'])((?:<mark>)?(?:${ELIDED})[’'](?:</mark>)?) (?=(?:<mark>)?\\p{Letter}{2})`,
  'giu',
)

/**
 * Puts a space after the apostrophe of each elided word.
 *
 * @example
 * splitElisions('l’œuvre d’art, don’t') // 'l’ œuvre d’ art, don’t'
 */
export const splitElisions = (text: string): string => (/[’']/.test(text) ? text.replace(JOINED, '$1$2 ') : text)

/**
 * Leaves the elided words out.
 *
 * @example
 * withoutElisions('l’œuvre d’art') // 'œuvre art'
 */
export const withoutElisions = (text: string): string => text.replace(JOINED, '')

/**
 * Joins what `splitElisions` put apart. There may be `<mark>` around a word.
 *
 * @example
 * joinElisions('l’ <mark>œuvre</mark>') // 'l’<mark>œuvre</mark>'
 */
export const joinElisions = (text: string): string => text.replace(APART, '$1')
