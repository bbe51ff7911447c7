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

/** Matches HTML that is text without elements, in which the processor escaped only these signs. */
const PLAIN = /^(?:[^<>&]|&#38;|&#60;|&#62;)*$/

/**
 * Makes safe inline HTML of what the processor wrote.
 *
 * @param locale The locale of CSL in which it was written.
 */
export function inlineHtml(written: string, locale: string): string {
  const html = PLAIN.test(written)
    ? written.replaceAll('&#38;', '&#x26;').replaceAll('&#60;', '&#x3C;').replaceAll('&#62;', '>')
    : String(clean.processSync(written)).replace(/<\/?div[^>]*>/g, ' ')
  return (html.includes(OTHERS) ? withOthers(html, locale) : html).replace(/[ \t\n\r]+/g, ' ').trim()
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
