/** This file orders and numbers the works of a page. */
import { inOrderOfAuthors } from '../bibliography/order.ts'
import { featuresOf } from '../bibliography/style-features.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Source, Work } from '../model/source.ts'
import type { FilePath } from '../vocabulary.ts'

/** Gives the works that a page shows beside its text: those of a note, and those of the evidence of an inquiry. */
export const sourcesBeside = (corpus: Corpus, path: FilePath): Source[] => [
  ...(corpus.sourceOf.get(path) ?? []),
  ...sourcesOfEvidence(corpus, path),
]

/** Numbers the works that a text cites, as the list of its references does. */
export function numbersOf(corpus: Corpus, path: FilePath, cited: ReadonlyMap<string, Work>): Map<string, number> {
  const listed = listedInOrder(
    corpus,
    path,
    [...cited.values()].map(({ source }): Source => source),
  )
  const places = new Map(listed.map((source, index) => [source, index + 1]))
  return new Map([...cited].flatMap(([key, { source }]) => [[key, places.get(source)!] as const]))
}

/**
 * Gives the works that a page lists: those that its text cites, and on the page of an inquiry those that its notes are
 * drawn from. They are in the order in which they are cited where the style numbers them so, and by author otherwise. A
 * work that the text does not cite has its number after those that it does.
 */
export function listedInOrder(corpus: Corpus, path: FilePath, cited: readonly Source[]): Source[] {
  const { isNumeric, isSorted } = featuresOf(corpus.style)
  const all = [...new Set([...cited, ...sourcesOfEvidence(corpus, path)])]
  return isNumeric && !isSorted ? all : all.sort(inOrderOfAuthors(corpus.settings.language, corpus.style))
}

/** Gives the works that the notes of an inquiry are drawn from, in the order of its evidence. */
const sourcesOfEvidence = ({ evidenceByInquiry, sourceOf }: Corpus, path: FilePath): Source[] =>
  (evidenceByInquiry.get(path) ?? []).flatMap(({ note }) => sourceOf.get(note.path) ?? [])
