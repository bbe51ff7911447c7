/** This file makes safe HTML of what the citation processor writes. */
import { rehype } from 'rehype'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
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

/** Matches what stands for authors who are not named, what a style writes before it, and a full stop after it. */
const BEFORE_OTHERS = new RegExp(`(,?)(?:\\s+(?:&#x26;|&amp;|and|und|et|y|en))?\\s*${OTHERS}\\.?`, 'g')

/** Matches HTML that is text without elements, in which the processor escaped only these signs. */
const PLAIN = /^(?:[^<>&]|&#38;|&#60;|&#62;)*$/

/** Makes safe inline HTML of what the processor wrote. */
export function inlineHtml(written: string): string {
  const html = PLAIN.test(written)
    ? written.replaceAll('&#38;', '&#x26;').replaceAll('&#60;', '&#x3C;').replaceAll('&#62;', '>')
    : String(clean.processSync(written)).replace(/<\/?div[^>]*>/g, ' ')
  return html
    .replace(BEFORE_OTHERS, (_, comma: string) => `${comma} et al.`)
    .replace(/[ \t\n\r]+/g, ' ')
    .trim()
}
