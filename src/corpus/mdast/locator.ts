/** The place in a work that a citation names, as it is printed. */

const LABELS = `pp? pages? ch chaps? chapters? secs? sections? vols? volumes? nos? numbers? figs? figures? tables? paras? paragraphs?
  pts? parts? lines? ll? verses? vv? cols? columns? fols? folios? notes? nn? opus op bks? books?`
const LABEL = String.raw`(?:(?:${LABELS.split(/\s+/).join('|')})\b\.?|§§?|¶¶?|s\.\s?v\.)`
const LABELLED = new RegExp(`^${LABEL}\\s*\\S`, 'iu')
const NUMBERS = /^\d[\w.:]*(?:\s*(?:-{1,3}|[–,&])\s*\d[\w.:]*)*/
const SEVERAL = /[-–,&]/

/** Does a text begin with a page, a chapter or the like? */
export const isLocator = (text: string): boolean => /^\s*(?:\{|\d)/.test(text) || LABELLED.test(text.trim())

/**
 * What stands after a key, with its place in the work as one writes it: ` 33-35` becomes `, pp. 33–35`, and `, {ii, A}` `, pp. ii, A`.
 * A place without a word for it is one of pages. Anything else is left as it is.
 */
export function withLocator(after: string): string {
  const [, braced, rest = ''] = /^\s*,?\s*\{([^{}]*)\}(.*)$/s.exec(after) ?? []
  if (braced !== undefined) return (braced.trim() === '' ? '' : `, ${pointIn(braced.trim(), true)}`) + rest
  const point = after.replace(/^\s*,?\s*/, '')
  const isApart = point.length < after.length
  return isApart && isLocator(point) ? `, ${pointIn(point, false)}` : after
}

function pointIn(text: string, isWhole: boolean): string {
  if (LABELLED.test(text)) return dashed(text)
  const numbers = isWhole ? text : (NUMBERS.exec(text)?.[0] ?? '')
  return `${SEVERAL.test(numbers) ? 'pp.' : 'p.'} ${dashed(numbers)}${text.slice(numbers.length)}`
}

const dashed = (text: string): string => text.replace(/(?<=[\d)])-{1,3}(?=[(\d])/g, '–')
