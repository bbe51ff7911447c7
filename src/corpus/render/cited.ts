/** This file gives the references of a page. */
import { citeKey } from '../cite-key.ts'
import type { Corpus } from '../model/corpus.ts'
import type { CitedWorks } from '../model/entry.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import { listedInOrder } from './listed-works.ts'
import { citationsOf } from './page-citations.ts'
import { bareReference, reference } from './reference.ts'

/**
 * Gives the references of a page, in the order that `listedInOrder` gives them.
 *
 * @param shown Works that the page shows in full elsewhere. They are listed again only where they need a number.
 */
export function citedWorks(corpus: Corpus, entry: Parsed, shown: readonly Source[]): CitedWorks {
  const page = citationsOf(corpus, entry)
  const numbered = page.features.isNumeric
  const known = new Set(shown.map(({ key = '' }) => citeKey(key)))
  const works = [...page.cited].filter(([key]) => numbered || !known.has(key))
  const cited = new Set(works.map(([, { source }]): Source => source))
  const inOrder = listedInOrder(corpus, entry.path, [...cited])
  // Reference managers find what the notes are drawn from on the pages of the notes.
  const references = inOrder.map((source) => (cited.has(source) ? reference : bareReference)(corpus, page, source))
  return { numbered, references }
}
