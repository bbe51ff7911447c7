/** This file gives the references of a page. */
import { inOrderOfAuthors } from '../bibliography/order.ts'
import { citeKey } from '../cite-key.ts'
import type { Corpus } from '../model/corpus.ts'
import type { CitedWorks } from '../model/entry.ts'
import type { Parsed } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import { citationsOf } from './page-citations.ts'
import { bareReference, reference } from './reference.ts'

/**
 * Gives the references of a page: the works that its text cites, and on the page of an inquiry those that its notes are
 * drawn from. They are by number where the style has numbers, and by author otherwise. A work that the text does not
 * cite has its number after those that it does.
 *
 * @param shown Works that the page shows in full elsewhere. They are listed again only where they need a number.
 */
export function citedWorks(corpus: Corpus, entry: Parsed, shown: readonly Source[]): CitedWorks {
  const page = citationsOf(corpus, entry)
  const numbered = page.features.isNumeric
  const known = new Set(shown.map(({ key = '' }) => citeKey(key)))
  const works = [...page.cited].filter(([key]) => numbered || !known.has(key))
  const cited = new Set(works.map(([, { source }]): Source => source))
  const all = [...new Set([...cited, ...sourcesOfEvidence(corpus, entry)])]
  const inOrder = numbered ? all : all.sort(inOrderOfAuthors(corpus.settings.language, corpus.style))
  // Reference managers find what the notes are drawn from on the pages of the notes.
  const references = inOrder.map((source) => (cited.has(source) ? reference : bareReference)(corpus, page, source))
  return { numbered, references }
}

/** Gives the works that the notes of an inquiry are drawn from, in the order of its evidence. */
const sourcesOfEvidence = ({ evidenceByInquiry, sourceOf }: Corpus, { path }: Parsed): Source[] =>
  (evidenceByInquiry.get(path) ?? []).flatMap(({ note }) => sourceOf.get(note.path) ?? [])
