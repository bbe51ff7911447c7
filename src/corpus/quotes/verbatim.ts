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

/**
 * Gives what stands after the words of a quotation, such as its page.
 *
 * @example
 * afterQuotation('"Loss falls as a power law" (p. 3)') // ' (p. 3)'
 */
export function afterQuotation(quote: string): string {
  const text = quote.trim()
  const end = /^["“„«]/.test(text) ? /^.*["”“»]/su.exec(text)?.[0].length : undefined
  return text.slice(end ?? withoutLocator(text).length)
}

/**
 * Gives the parts of a quotation that stand in its source as they are: without what the editor left out or replaced,
 * and without words of which a letter was changed.
 *
 * @example
 * quotedParts('"[T]he loss falls … with compute" (p. 3)') // ['loss falls', 'with compute']
 */
export const quotedParts = (quote: string): string[] =>
  quotationText(quote)
    .replace(/\S*\[\p{L}\]\S*/gu, '…')
    .replace(/\s+/g, ' ')
    .split(GAP)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))

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

const GAPS = new RegExp(GAP, 'gu')

/**
 * Tells whether every part of a quotation is in a text, in the same order. Words in brackets stand for what they replace,
 * unless they are many more.
 *
 * @param quote The `quote` field of a note, or a quotation of an essay.
 * @param text The text without markup.
 *
 * @example
 * isVerbatim('Loss falls … with compute', 'The loss falls as a power law with compute.') // true
 * isVerbatim('Loss rises', 'The loss falls as a power law with compute.') // false
 */
export function isVerbatim(quote: string, text: string): boolean {
  const held = levelled(text)
  let from = 0
  for (const { words, inserted } of partsOf(quote)) {
    const found = held.indexOf(words, from)
    if (found < 0) return false
    const replaced = from === 0 ? inserted : wordCount(held.slice(from, found))
    if (inserted > MOST_INSERTED && inserted > replaced + MOST_INSERTED / 2) return false
    from = found + words.length
  }
  return true
}

/** An editor may put this many words in brackets where the source has none. */
const MOST_INSERTED = 5

/** A `Part` is a part of a quotation without gaps. `inserted` is the number of words in the brackets before it. */
interface Part {
  readonly words: string
  readonly inserted: number
}

/** Cuts a quotation into the parts between its gaps. */
function partsOf(quote: string): Part[] {
  const text = quotationText(quote).replace(/\s+/g, ' ')
  const gaps = [...text.matchAll(GAPS)].map(([gap]) => (gap.includes('[') ? wordCount(gap) : 0))
  return text
    .split(GAP)
    .map((part, at) => ({
      words: levelled(part).replace(/^[\s.,;:]+|[\s.,;:]+$/g, ''),
      inserted: gaps[at - 1] ?? 0,
    }))
    .filter(({ words }) => words !== '')
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/**
 * Takes away what differs between two editions of the same words: the form of quotation marks and dashes, spaces,
 * capitals, soft hyphens, and whether the spelling is British or American.
 */
const levelled = (text: string): string =>
  withOneSpelling(
    text
      .normalize('NFKC')
      .replace(/\u00AD/g, '')
      .replace(/\[(\p{L})\]/gu, '$1')
      .replace(/[‘’‚‛“”„‟«»‹›"'`]/g, "'")
      .replace(/[‐‑‒–—―−]/g, '-')
      .replace(/\s*-+\s*/g, '-')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase(),
  )

/** These endings are British on the left and American on the right. What is no such word changes on both sides alike. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w\w)our(?=s|ed|ing|able|al|ful|ite|less|\b)/g, 'or'],
  [/(?<=\w\w)(?:is|iz)(?=e[ds]?\b|ing\b|ations?\b)/g, 'iz'],
  [/(?<=\w)ys(?=e[ds]?\b|ing\b)/g, 'yz'],
  [/(?<=\w)tre(?=s?\b)/g, 'ter'],
  [/(?<=\w\w)ogue(?=s?\b)/g, 'og'],
  [/(?<=\w[aeiou])ll(?=ed\b|ing\b|ers?\b)/g, 'l'],
  [/(?<=\w)ence(?=s?\b)/g, 'ense'],
  [/(?:ae|oe)(?=[a-z])/g, 'e'],
]

/** Writes a text in small letters with one spelling. */
const withOneSpelling = (text: string): string =>
  SPELLINGS.reduce((spelled, [british, american]) => spelled.replace(british, american), text)

/**
 * Tells whether a paragraph is the one that a quotation was taken from, even where some of its words changed. It is
 * where at least a share of the pairs of neighbouring words of the quotation are also neighbours in the paragraph.
 *
 * @param share The share of the pairs, which is two in five unless another is given.
 */
export function isSamePassage(quote: string, paragraph: string, share = 0.4): boolean {
  const pairs = pairsIn(quotationText(quote))
  const held = new Set(pairsIn(paragraph))
  return pairs.length > 0 && pairs.filter((pair) => held.has(pair)).length / pairs.length >= share
}

/**
 * Tells whether a paragraph in a note's own words can only be the passage that a quotation was taken from: nearly all of
 * the pairs of a quotation of some length are in it.
 */
export const isAlmostVerbatim = (quote: string, paragraph: string): boolean =>
  wordCount(quotationText(quote)) > 6 && isSamePassage(quote, paragraph, 0.8)

/** Gives the pairs of neighbouring words of a text. */
function pairsIn(text: string): string[] {
  const words = levelled(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`)
}
