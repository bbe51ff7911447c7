/** The orders in which works are listed. The same on every machine, whatever its language. */
import { indexName } from './csl.ts'
import { compareText } from '../compare.ts'
import type { Source } from '../model/source.ts'

/** By author, as a list of references is: then by year, title and key. Accents and case do not count. */
export const inOrderOfAuthors = (a: Source, b: Source): number =>
  compareText(authorKey(a), authorKey(b)) ||
  (a.year ?? Infinity) - (b.year ?? Infinity) ||
  compareText(folded(a.title), folded(b.title)) ||
  compareText(a.key ?? '', b.key ?? '')

const keys = new WeakMap<Source, string>()

/** What a work stands under in a list by author. Without an author that is its editor, and without that its title. */
export function authorKey(source: Source): string {
  let key = keys.get(source)
  if (key === undefined) {
    const { author = [], editor = [] } = source.csl
    const names = (author.length > 0 ? author : editor).map(indexName).filter(Boolean)
    keys.set(source, (key = folded(names.length > 0 ? names.join(' ') : source.title.replace(/^(?:an?|the)\s+/i, ''))))
  }
  return key
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\s]+/gu, '')
    .toLowerCase()
    .trim()
