/** This file writes citations: how the text of a body names works, and the references of its page. */
import { dateInShort } from '../bibliography/source.ts'
import { citeKey } from '../cite-key.ts'
import { inOrderOfAuthors } from '../bibliography/order.ts'
import type { CitedWorks } from '../model/entry.ts'
import type { CitedPart } from '../model/parsed.ts'
import { reference } from './reference.ts'
import type { Corpus } from '../model/corpus.ts'
import type { FilePath } from '../vocabulary.ts'
import type { Source, Work } from '../model/source.ts'

/** Gives the works that a body cites, by their keys, in the order in which it first cites them. */
function worksCitedBy({ resolutions, works }: Corpus, path: FilePath): Map<string, Work> {
  const keys = (resolutions.get(path) ?? []).flatMap((resolution) =>
    resolution.type === 'source' ? [resolution.key] : [],
  )
  return new Map(keys.flatMap((key): [string, Work][] => (works.has(key) ? [[key, works.get(key)!]] : [])))
}

/** Gives the numbers of the works on a page, by their keys. It is undefined where the style does not cite by number. */
export function numbersOf(corpus: Corpus, path: FilePath): ReadonlyMap<string, number> | undefined {
  if (!corpus.style.isNumeric) return undefined
  return new Map([...worksCitedBy(corpus, path).keys()].map((key, index) => [key, index + 1]))
}

/**
 * Gives the words of a citation. Without a number, a citation names author and year. That is so in a style without
 * numbers, and on another page, on which the work has no number.
 *
 * @param part The part of the work that the citation names. All of it is named where this is undefined.
 * @param number The number of the work on the page.
 */
export function citedWords({ source }: Work, part: CitedPart | undefined, number?: number): string {
  const { authors, short } = source
  const year = dateInShort(source.csl)
  switch (part) {
    case 'authors':
      return authors
    case 'sentence':
      return `${authors} (${number ?? year})`
    case 'suppressed':
      return `(${number ?? year})`
    case 'year':
      return String(number ?? year)
    default:
      return number === undefined ? short : String(number)
  }
}

/**
 * Gives the references of a page: by number where the style has numbers, and by author otherwise.
 *
 * @param shown Works that the page shows in full elsewhere. They are listed again only where they need a number.
 */
export function citedWorks(corpus: Corpus, path: FilePath, shown: readonly Source[]): CitedWorks {
  const numbered = corpus.style.isNumeric
  const known = new Set(shown.map(({ key = '' }) => citeKey(key)))
  const works = [...worksCitedBy(corpus, path)].filter(([key]) => numbered || !known.has(key))
  const sources = works.map(([, { source }]) => source)
  const inOrder = numbered ? sources : sources.sort(inOrderOfAuthors(corpus.settings.language, corpus.style))
  return { numbered, references: inOrder.map((source) => reference(corpus, source)) }
}
