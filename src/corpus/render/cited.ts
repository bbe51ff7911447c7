/** This file gives the references of a page. */
import { inOrderOfAuthors } from '../bibliography/order.ts'
import { citeKey } from '../cite-key.ts'
import type { Corpus } from '../model/corpus.ts'
import type { CitedWorks } from '../model/entry.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import { citationsOf } from './page-citations.ts'
import { reference } from './reference.ts'

/**
 * Gives the references of a page: by number where the style has numbers, and by author otherwise.
 *
 * @param shown Works that the page shows in full elsewhere. They are listed again only where they need a number.
 */
export function citedWorks(corpus: Corpus, entry: Parsed, shown: readonly Source[]): CitedWorks {
  const page = citationsOf(corpus, entry)
  const numbered = page.features.isNumeric
  const known = new Set(shown.map(({ key = '' }) => citeKey(key)))
  const works = [...page.cited].filter(([key]) => numbered || !known.has(key))
  const sources = works.map(([, { source }]) => source)
  const inOrder = numbered ? sources : sources.sort(inOrderOfAuthors(corpus.settings.language, corpus.style))
  return { numbered, references: inOrder.map((source) => reference(corpus, page, source)) }
}
