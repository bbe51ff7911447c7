/**
 * This file tells whether a text holds a quotation word for word. Editors change quotation marks, dashes, spaces and
 * capitals, and leave words out, so these do not count.
 */

/**
 * Gives the words of the source in a `quote` field. Where the field has quotation marks, these are the words within
 * them. Otherwise it is the whole field without the page at its end.
 *
 * @example
 * quotedWords('"Loss falls as a power law" (p. 3)') // 'Loss falls as a power law'
 * quotedWords('Loss falls as a power law, p. 3') // 'Loss falls as a power law'
 */
export function quotationText(quote: string): string {
  if (!/^\s*["“„«]/.test(quote)) return withoutLocator(quote)
  const marked = [...quote.matchAll(/[“„«]([^“”„«»]+)[”“»]|(?<![\p{L}\d])"([^"]+)"/gu)].map(
    ([, curly, straight]) => curly ?? straight ?? '',
  )
  return marked.length > 0 ? marked.join(' … ') : withoutLocator(quote)
}

/** Takes the page or the section off the end of a quotation. */
function withoutLocator(quote: string): string {
  const words = quote.trim()
  const end = Math.max(0, words.length - LONGEST_LOCATOR)
  return words.slice(0, end) + words.slice(end).replace(LOCATOR, '')
}

/** A page or a section at the end is looked for in this many characters. */
const LONGEST_LOCATOR = 100

/** Matches `(p. 3)`, `[ch. 2]`, `, pp. 3–4` and `— Section 2` at the end of a text. */
const LOCATOR =
  /\s*(?:[([][^()[\]]*\d[^()[\]]*[)\]]|[,;—–-]\s*(?:pp?|pages?|§|sec(?:tion)?|ch(?:apter)?|fig(?:ure)?|table|abstract)\b\.?[^,;]*)[.\s]*$/iu

/**
 * Matches what an editor left out, or put in place of the source's own words. A single letter in brackets is only a
 * changed capital, so it is no gap.
 */
const GAP = /\s*(?:[([]\s*(?:…|\.\s?\.\s?\.)\s*[)\]]|…|\.\s?\.\s?\.|\[[^[\]]{2,}\])\s*/u

/**
 * Tells whether every part of a quotation is in a text, in the same order.
 *
 * @param quote The `quote` field of a note.
 * @param text The text without markup.
 *
 * @example
 * isVerbatim('Loss falls … with compute', 'The loss falls as a power law with compute.') // true
 * isVerbatim('Loss rises', 'The loss falls as a power law with compute.') // false
 */
export function isVerbatim(quote: string, text: string): boolean {
  const held = levelled(text)
  let from = 0
  for (const part of partsOf(quote)) {
    const found = held.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return true
}

/** Cuts a quotation into the parts between its gaps. */
const partsOf = (quote: string): string[] =>
  quotationText(quote)
    .replace(/\s+/g, ' ')
    .split(GAP)
    .map((part) => levelled(part).replace(/^[\s.,;:]+|[\s.,;:]+$/g, ''))
    .filter((part) => part !== '')

/**
 * Takes away what differs between two editions of the same words: the form of quotation marks and dashes, spaces,
 * capitals and soft hyphens.
 */
const levelled = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\u00AD/g, '')
    .replace(/\[(\p{L})\]/gu, '$1')
    .replace(/[‘’‚‛“”„‟«»‹›"'`]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s*-+\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/**
 * Tells whether a paragraph is the one that a quotation was taken from, even where some of its words changed. It is
 * where at least two in five pairs of neighbouring words of the quotation are also neighbours in the paragraph.
 */
export function isSamePassage(quote: string, paragraph: string): boolean {
  const pairs = pairsIn(quotationText(quote))
  const held = new Set(pairsIn(paragraph))
  return pairs.length > 0 && pairs.filter((pair) => held.has(pair)).length / pairs.length >= 0.4
}

/** Gives the pairs of neighbouring words of a text. */
function pairsIn(text: string): string[] {
  const words = levelled(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`)
}
