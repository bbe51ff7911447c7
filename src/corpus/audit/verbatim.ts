/** Does a text hold a quotation word for word? Editors change its quotes, dashes, spaces and beginnings, and leave words out. */

/** The words of the source in a `quote` field: what stands in quotation marks, or else all of it without the page at its end. */
export function quotedWords(quote: string): string {
  if (!/^\s*["“„«]/.test(quote)) return withoutLocator(quote)
  const marked = [...quote.matchAll(/[“„«]([^“”„«»]+)[”“»]|(?<![\p{L}\d])"([^"]+)"/gu)].map(
    ([, curly, straight]) => curly ?? straight ?? '',
  )
  return marked.length > 0 ? marked.join(' … ') : withoutLocator(quote)
}

function withoutLocator(quote: string): string {
  const words = quote.trim()
  const end = Math.max(0, words.length - LONGEST_LOCATOR)
  return words.slice(0, end) + words.slice(end).replace(LOCATOR, '')
}

const LONGEST_LOCATOR = 100

/** `(p. 3)`, `[ch. 2]`, `, pp. 3–4`, `— Section 2`. */
const LOCATOR =
  /\s*(?:[([][^()[\]]*\d[^()[\]]*[)\]]|[,;—–-]\s*(?:pp?|pages?|§|sec(?:tion)?|ch(?:apter)?|fig(?:ure)?|table|abstract)\b\.?[^,;]*)[.\s]*$/iu

/** What an editor left out, or put in place of the source's own words. A single letter in brackets is only a changed capital. */
const GAP = /\s*(?:[([]\s*(?:…|\.\s?\.\s?\.)\s*[)\]]|…|\.\s?\.\s?\.|\[[^[\]]{2,}\])\s*/u

/** @param text Plain words. @returns Whether every part of the quotation is in it, in order. */
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

const partsOf = (quote: string): string[] =>
  quotedWords(quote)
    .replace(/\s+/g, ' ')
    .split(GAP)
    .map((part) => levelled(part).replace(/^[\s.,;:]+|[\s.,;:]+$/g, ''))
    .filter((part) => part !== '')

/** Without what differs from one edition of the same words to another. */
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
 * Is a passage the one that a quotation was taken from, whatever became of some of its words? It is when two in five of the pairs of
 * words that follow one another in the quotation do so in the passage.
 */
export function isNearly(quote: string, paragraph: string): boolean {
  const pairs = pairsIn(quotedWords(quote))
  const held = new Set(pairsIn(paragraph))
  return pairs.length > 0 && pairs.filter((pair) => held.has(pair)).length / pairs.length >= 0.4
}

function pairsIn(text: string): string[] {
  const words = levelled(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`)
}
