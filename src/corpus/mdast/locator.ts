/** This file tells locators from other words: the page, chapter or section of a work that a citation names. */

const LABELS = `pp? pages? ch chaps? chapters? secs? sections? vols? volumes? nos? numbers? figs? figures? tables? paras? paragraphs?
  pts? parts? lines? ll? verses? vv? cols? columns? fols? folios? notes? nn? opus op bks? books?`
const LABEL = String.raw`(?:(?:${LABELS.split(/\s+/).join('|')})\b\.?|§§?|¶¶?|s\.\s?v\.)`
/** Matches a word of any language before a number, such as `S. 5` and `стр. 5`. */
const WORD_AND_NUMBER = String.raw`\p{L}{1,10}\.?\s?\d`
const LABELLED = new RegExp(`^(?:${LABEL}\\s*\\S|${WORD_AND_NUMBER})`, 'iu')

/**
 * Tells whether a text begins with a page, a chapter or the like, in whatever language.
 *
 * @example
 * isLocator('pp. 33-35') // true
 * isLocator('as they say') // false
 */
export const isLocator = (text: string): boolean => /^\s*(?:\{|\d)/.test(text) || LABELLED.test(text.trim())
