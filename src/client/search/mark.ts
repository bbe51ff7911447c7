/** This file marks the words of a query in a text that is shown. It is pure. */
import type { Piece } from './piece.ts'
import { isMatch, partsOf } from './unmatched-words.ts'

/** Matches words, with the signs within them. */
const WORD = /[\p{Letter}\p{Mark}\p{Number}+#]+(?:[-_.'][\p{Letter}\p{Mark}\p{Number}+#]+)*/gu

/**
 * Splits a text into pieces, of which those that match a word of a query are marked.
 *
 * @param words The words of the query that say what is meant, in lower case.
 *
 * @example
 * markWords('A random reward', ['rewards']) // [{ text: 'A random ', isMatch: false }, { text: 'reward', isMatch: true }]
 */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD))
    for (const [from, length] of matchesIn(word, words)) {
      if (index + from < end) continue
      pieces.push({ text: text.slice(end, index + from), isMatch: false })
      pieces.push({ text: text.slice(index + from, (end = index + from + length)), isMatch: true })
    }
  pieces.push({ text: text.slice(end), isMatch: false })
  return pieces.filter((piece) => piece.text !== '')
}

/** Returns what of a word of a text matches, as offset and length: all of it, or a part of a run without spaces. */
function matchesIn(word: string, words: readonly string[]): (readonly [number, number])[] {
  const parts = partsOf(word)
  return words.flatMap((typed) => {
    const at = word.toLowerCase().indexOf(typed)
    if (at > 0 && !/[a-z\d]/i.test(typed) && parts.some((part) => part.includes(typed))) return [[at, typed.length]]
    return parts.some((part) => isMatch(typed, part)) ? [[0, word.length]] : []
  })
}
