/** This file orders works. The orders are the same on every machine, whatever the language of its user is. */
import { indexName } from './csl.ts'
import { collatorOf, compareText } from '../compare.ts'
import type { Source } from '../model/source.ts'

/**
 * Gives the function that compares works by author as a list of references does, and then by year, title and key. The
 * alphabet is that of the language, and signs and case do not count.
 *
 * @param language The language of the site, as a BCP 47 tag.
 */
export function inOrderOfAuthors(language: string): (a: Source, b: Source) => number {
  const compare = collatorOf(language)
  return (a, b) =>
    compare(nameOf(a), nameOf(b)) ||
    (a.year ?? Infinity) - (b.year ?? Infinity) ||
    compare(withoutSigns(a.title), withoutSigns(b.title)) ||
    compareText(a.key ?? '', b.key ?? '')
}

/** Keeps the name under which each work is sorted, because sorting asks for it many times. */
const names = new WeakMap<Source, string>()

function nameOf(source: Source): string {
  let name = names.get(source)
  if (name === undefined) names.set(source, (name = withoutSigns(authorOf(source))))
  return name
}

/**
 * Gives the text under which a work is sorted by author, without accents and signs and in small letters. A work without
 * authors is sorted under its editors, and one without editors under its title.
 */
export const authorKey = (source: Source): string => folded(authorOf(source))

function authorOf(source: Source): string {
  const { author = [], editor = [] } = source.csl
  const named = (author.length > 0 ? author : editor).map(indexName).filter(Boolean)
  return named.length > 0 ? named.join(' ') : source.title.replace(/^(?:an?|the)\s+/i, '')
}

/** Takes signs out of a text and makes its letters small. */
const withoutSigns = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}\s]+/gu, '')
    .toLowerCase()
    .trim()

/** Takes accents and signs out of a text and makes its letters small. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}\s]+/gu, '')
    .toLowerCase()
    .trim()
