/** This file makes safe HTML of what the citation processor writes. */
import { rehype } from 'rehype'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import { localeTerm } from './locales.ts'
import { OTHERS } from './processor.ts'

/**
 * These are the elements that a reference or a citation needs, none of them with attributes. What a work or a style
 * says cannot become any other. The processor puts a reference into `div` elements, which are taken out.
 */
const INLINE: Options = {
  tagNames: ['i', 'b', 'em', 'strong', 'sup', 'sub', 'span', 'div'],
  attributes: {},
  strip: ['script', 'style'],
}

const clean = rehype().data('settings', { fragment: true }).use(rehypeSanitize, INLINE).freeze()

/**
 * Matches an entry, or a part of one, that is nothing but text, the three signs that the processor escapes, and elements
 * without attributes of the kinds above. The library is not needed for it where all elements are closed in order.
 */
const SIMPLE =
  /^\s*(?:<div class="csl-entry">)?((?:[^<>&\0]|&#(?:38|60|62);|<\/?(?:i|b|em|strong|sup|sub)>)*)(?:<\/div>)?\s*$/

/**
 * Makes safe inline HTML of what the processor wrote.
 *
 * @param locale The locale of CSL in which it was written.
 */
export function inlineHtml(written: string, locale: string): string {
  const html = simpleHtml(written) ?? sanitised(written)
  return (html.includes(OTHERS) ? withOthers(html, locale) : html).replace(/[ \t\n\r]+/g, ' ').trim()
}

/** Has the library make safe HTML of what the processor wrote. */
export const sanitised = (written: string): string => String(clean.processSync(written)).replace(/<\/?div[^>]*>/g, ' ')

/** Makes the same of an entry that is simple, which takes a tenth of the time. It is undefined for any other. */
export function simpleHtml(written: string): string | undefined {
  const inside = SIMPLE.exec(written)?.[1]
  if (inside === undefined || !isNested(inside)) return undefined
  return inside.replaceAll('&#38;', '&#x26;').replaceAll('&#60;', '&#x3C;').replaceAll('&#62;', '>')
}

/** Tells whether each element is closed, and those within it before it. */
function isNested(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z]+)>/g))
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  return open.length === 0
}

/**
 * Writes "et al." in the place of authors who are not named, and of what a style writes before them. A word of Chinese
 * or Japanese has no space before it.
 */
function withOthers(html: string, locale: string): string {
  const others = localeTerm(locale, 'et-al')
  const before = new RegExp(`(,?)(?:\\s*(?:&#x26;|&amp;|${localeTerm(locale, 'and')}))?\\s*${OTHERS}(\\.?)`, 'g')
  const space = /^[\p{Script=Han}\p{Script=Hiragana}]/u.test(others) ? '' : ' '
  return html.replace(before, (_, comma: string, stop: string) =>
    [comma, comma === '' ? space : ' ', others, others.endsWith('.') ? '' : stop].join(''),
  )
}
