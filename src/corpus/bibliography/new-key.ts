/** This file makes keys for works that have none: `zhao2025echo`. */
import { citeKey } from '../cite-key.ts'
import type { Csl } from '../model/csl.ts'
import { issuedParts, withoutMarkup } from './csl.ts'

/** These words say nothing of a title. */
const EMPTY = new Set(
  'a an the on of in for and or to from with is are how why what der die das ein le la les un une'.split(' '),
)

/**
 * Makes a key of the first author, the year and the first word of the title that says something, as Google Scholar and
 * Better BibTeX make them. A key that is taken gets a letter.
 *
 * @param taken The keys of the bibliography.
 */
export function newKey(csl: Csl, taken: readonly string[]): string {
  const [first] = csl.author ?? csl.editor ?? []
  const words = withoutMarkup(csl.title ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .map(plain)
  const word = words.find((each) => each !== '' && !EMPTY.has(each)) ?? ''
  const key = `${plain(first?.family ?? first?.literal ?? '')}${issuedParts(csl)[0] ?? ''}${word}` || 'work'
  const known = new Set(taken.map(citeKey))
  if (!known.has(citeKey(key))) return key
  for (let letter = 'b'.charCodeAt(0); ; letter++) {
    const next = key + (letter <= 'z'.charCodeAt(0) ? String.fromCharCode(letter) : `-${letter}`)
    if (!known.has(citeKey(next))) return next
  }
}

/** Gives a word in small letters without accents, where it is Latin. */
const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
