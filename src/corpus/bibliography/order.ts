/** This file orders works. The orders are the same on every machine, whatever its language is. */
import { indexName } from './csl.ts'
import { compareText } from '../compare.ts'
import type { Source } from '../model/source.ts'

/**
 * Compares works by author as a list of references does, and then by year, title and key. Accents, signs and case do
 * not count.
 */
export const inOrderOfAuthors = (a: Source, b: Source): number =>
  compareText(authorKey(a), authorKey(b)) ||
  (a.year ?? Infinity) - (b.year ?? Infinity) ||
  compareText(folded(a.title), folded(b.title)) ||
  compareText(a.key ?? '', b.key ?? '')

/** Keeps the sort key of each work, because sorting asks for it many times. */
const keys = new WeakMap<Source, string>()

/**
 * Gives the text under which a work is sorted by author. A work without authors is sorted under its editors, and one
 * without editors under its title.
 */
export function authorKey(source: Source): string {
  let key = keys.get(source)
  if (key === undefined) {
    const { author = [], editor = [] } = source.csl
    const names = (author.length > 0 ? author : editor).map(indexName).filter(Boolean)
    keys.set(source, (key = folded(names.length > 0 ? names.join(' ') : source.title.replace(/^(?:an?|the)\s+/i, ''))))
  }
  return key
}

/** Takes accents and signs out of a text and makes its letters small. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\s]+/gu, '')
    .toLowerCase()
    .trim()
