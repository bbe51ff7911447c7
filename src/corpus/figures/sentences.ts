/** This file cuts prose into sentences. */

/** Matches the end of a sentence, and not that of an abbreviation before a small letter. */
const END = /(?<=[\p{L}\p{N})\]”"»%’][.!?…]["”»’)*_]*)\s+(?=[\p{Lu}\p{N}"“„«([*_])|\n[ \t]*\n/gu

/** A `Sentence` is a sentence with its offset in the text, in UTF-16 code units. */
export interface Sentence {
  readonly text: string
  readonly index: number
}

/** Gives the sentences of a text, in reading order. */
export function sentencesIn(text: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const { 0: gap, index } of text.matchAll(END)) {
    found.push({ text: text.slice(start, index), index: start })
    start = index + gap.length
  }
  found.push({ text: text.slice(start), index: start })
  return found
}
