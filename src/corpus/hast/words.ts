/** This file counts the words of a body. */
import type { Nodes, Root } from 'hast'
import type { Plugin } from 'unified'

declare module 'vfile' {
  interface DataMap {
    /** This is the number of words of the body. */
    words: number
  }
}

/** Matches characters of scripts that put no spaces between words. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Matches characters of which words consist. */
const OF_WORDS = /^[\p{L}\p{N}’'-]/u

/** These are what is known of a character, as bits of a number. */
const [KNOWN, WORD, ALONE] = [1, 2, 4]

/** This keeps what is known of each character outside the astral planes. To match a pattern takes ten times as long. */
const classes = new Uint8Array(0x10000)

/** Says what a character is. */
function classOf(code: number): number {
  const kept = classes[code] ?? 0
  if (kept !== 0) return kept
  const character = String.fromCodePoint(code)
  const found = KNOWN | (OF_WORDS.test(character) ? WORD : 0) | (UNSPACED.test(character) ? ALONE : 0)
  if (code < classes.length) classes[code] = found
  return found
}

/**
 * Counts the words of a text. Each Han, Hiragana or Katakana character with which a word begins counts as a word.
 *
 * @example
 * wordsIn("It's 1990") // 2
 * wordsIn('漢字') // 2
 */
export function wordsIn(text: string): number {
  const counter = { count: 0, isWithin: false }
  count(text, counter)
  return counter.count
}

/** A `Counter` counts the words of texts that follow each other. The end of one may be within a word. */
interface Counter {
  count: number
  isWithin: boolean
}

function count(text: string, counter: Counter): void {
  let { isWithin } = counter
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index)
    if (code >= 0xd800 && code < 0xdc00) {
      code = text.codePointAt(index)!
      if (code > 0xffff) index++
    }
    const found = classes[code] || classOf(code)
    if (isWithin && (found & WORD) !== 0) continue
    isWithin = (found & ALONE) === 0 && (found & WORD) !== 0
    if (isWithin || (found & ALONE) !== 0) counter.count++
  }
  counter.isWithin = isWithin
}

function countWithin(node: Nodes, counter: Counter): void {
  if (node.type === 'text') count(node.value, counter)
  else if ('children' in node) for (const child of node.children) countWithin(child, counter)
}

/** Leaves the number of words on the file. */
export const countWords: Plugin<[], Root> = () => (tree, file) => {
  const counter = { count: 0, isWithin: false }
  countWithin(tree, counter)
  file.data.words = counter.count
}
