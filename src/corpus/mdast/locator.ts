/** This file reads locators: the page, chapter or section of a work that a citation names. */

const LABELS = `pp? pages? ch chaps? chapters? secs? sections? vols? volumes? nos? numbers? figs? figures? tables? paras? paragraphs?
  pts? parts? lines? ll? verses? vv? cols? columns? fols? folios? notes? nn? opus op bks? books?`
const LABEL = String.raw`(?:(?:${LABELS.split(/\s+/).join('|')})\b\.?|§§?|¶¶?|s\.\s?v\.)`
const LABELLED = new RegExp(`^${LABEL}\\s*\\S`, 'iu')
const NUMBERS = /^\d[\w.:]*(?:\s*(?:-{1,3}|[–,&])\s*\d[\w.:]*)*/
const SEVERAL = /[-–,&]/

/**
 * Tells whether a text begins with a page, a chapter or the like.
 *
 * @example
 * isLocator('pp. 33-35') // true
 * isLocator('as they say') // false
 */
export const isLocator = (text: string): boolean => /^\s*(?:\{|\d)/.test(text) || LABELLED.test(text.trim())

/**
 * Writes the locator after a key as it is printed. A number without a word before it is a page. Text that is no locator
 * stays as it is.
 *
 * @param after The text after the key.
 *
 * @example
 * withLocator(' 33-35') // ', pp. 33–35'
 * withLocator(', ch. 2') // ', ch. 2'
 * withLocator(' and others') // ' and others'
 */
export function withLocator(after: string): string {
  const [, braced, rest = ''] = /^\s*,?\s*\{([^{}]*)\}(.*)$/s.exec(after) ?? []
  if (braced !== undefined) return (braced.trim() === '' ? '' : `, ${printedLocator(braced.trim(), true)}`) + rest
  const locator = after.replace(/^\s*,?\s*/, '')
  const isApart = locator.length < after.length
  return isApart && isLocator(locator) ? `, ${printedLocator(locator, false)}` : after
}

/** Writes a locator. `isWhole` is true for a text in braces, all of which is the locator. */
function printedLocator(text: string, isWhole: boolean): string {
  if (LABELLED.test(text)) return dashed(text)
  const numbers = isWhole ? text : (NUMBERS.exec(text)?.[0] ?? '')
  return `${SEVERAL.test(numbers) ? 'pp.' : 'p.'} ${dashed(numbers)}${text.slice(numbers.length)}`
}

/** Puts an en dash between the ends of a range. */
const dashed = (text: string): string => text.replace(/(?<=[\d)])-{1,3}(?=[(\d])/g, '–')
