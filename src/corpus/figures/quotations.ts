/** This file finds the passages of a text that are between quotation marks. */

/** A shorter passage is a name, a term or a word that is meant otherwise, and no quotation. */
const FEWEST_WORDS = 5

const QUOTED = /[“„]([^“”„"]{20,1000})[”“]|«\s?([^«»]{20,1000}?)\s?»|(?<![\p{L}\p{N}])"([^"]{20,1000})"/gu

/** Finds passages in quotation marks, with the offset of the mark, in reading order. */
export function quotationsIn(text: string): { text: string; index: number }[] {
  if (!/[“„«"]/.test(text)) return []
  return [...text.matchAll(QUOTED)].flatMap(({ 1: curly, 2: angled, 3: straight, index }) => {
    const passage = (curly ?? angled ?? straight ?? '').replace(/\s+/g, ' ')
    return passage.split(' ').length < FEWEST_WORDS ? [] : [{ text: passage, index }]
  })
}
