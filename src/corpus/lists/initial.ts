/** This file says under which letter a title stands in a list from A to Z. */

/**
 * Gives a title without the signs before its first letter or number, which a reader does not look for.
 *
 * @example
 * sortedTitle('“Less” is more') // 'Less” is more'
 */
export const sortedTitle = (title: string): string => title.replace(/^[^\p{L}\p{N}]+/u, '') || title

/**
 * Gives the first letters of a title, without accents. Numbers stand together.
 *
 * @example
 * initial('Élan vital', 2) // 'El'
 * initial('20 ways', 1) // '0–9'
 */
export function initial(title: string, letters: number): string {
  const [first = '', ...rest] = sortedTitle(title.slice(0, 40))
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
  if (!/\p{L}/u.test(first)) return /\p{N}/u.test(first) ? '0–9' : '#'
  const second = letters > 1 && rest[0] !== undefined && /\p{L}/u.test(rest[0]) ? rest[0].toLowerCase() : ''
  return first.toUpperCase() + second
}
