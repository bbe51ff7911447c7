import { citeKey } from '../../cite-key.ts'
import { pointOfField } from '../../frontmatter/position.ts'
import { isNote } from '../../model/parsed.ts'
import { SCHEMAS } from '../../schema/fields.ts'
import { listedWorks } from '../listed-works.ts'
import { isDoi } from '../../doi.ts'
import type { FindingDetails, Rule } from '../rule.ts'
import { keysOfNotes } from './source-unused.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { Document } from '../../vocabulary.ts'

/** This rule finds texts that stand where a DOI should and do not have the form of one. */
export const doiMalformed: Rule = {
  title: 'A DOI that no work can have',
  why: 'A DOI begins with 10., the four to nine digits of its registrant and a slash. One that does not leads readers nowhere. Looked at is its form, as Crossref describes it; nobody is asked whether the work exists.',
  remedy: 'Copy the DOI from the work again, such as 10.1000/182, with or without https://doi.org/.',
  find: ({ corpus, bibliography }) => [...inBibliography(corpus, bibliography.files), ...inNotes(corpus)],
}

/** Finds them in the bibliography. A work that is on no page of the site is reported to the writer only. */
function inBibliography(corpus: Corpus, files: readonly Document[]): FindingDetails[] {
  const shown = new Set([...keysOfNotes(corpus), ...corpus.works.keys()])
  return listedWorks(files).flatMap(({ file, key, doi }) => {
    if (doi === undefined || isDoi(doi.written)) return []
    const isPrivate = !shown.has(citeKey(key))
    return [{ file, point: () => doi.point, sentence: says(doi.written, key), isPrivate }]
  })
}

/** Finds them in works that are written into notes. */
function inNotes({ entries }: Corpus): FindingDetails[] {
  return [...entries.values()].filter(isNote).flatMap((note) =>
    note.data.source.flatMap((source, index) => {
      if (typeof source === 'string' || source.doi === undefined || isDoi(source.doi)) return []
      const point = () => pointOfField(note, SCHEMAS.note, ['source', index, 'doi'])
      return [{ file: note.path, point, sentence: says(source.doi, source.title) }]
    }),
  )
}

const says = (written: string, work: string): string =>
  `"${written}", given for "${work}", does not have the form of a DOI.`
