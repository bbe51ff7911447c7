import { citeKey } from '../../cite-key.ts'
import { doiKey } from '../../doi.ts'
import { listedWorks, type ListedWork } from '../listed-works.ts'
import type { FindingDetails, Rule } from '../rule.ts'
import { keysOfNotes } from './source-unused.ts'

/** This rule finds works of the bibliography that stand in it twice, under two keys. */
export const doiDuplicate: Rule = {
  title: 'Two works of the bibliography with one DOI',
  why: 'A DOI is that of one work. Under two keys it counts as two: as two sources of an answer, with two pages and two lines in a list of references. Or one of the DOIs was copied from the wrong work.',
  remedy: 'Keep one of the two and cite its key, or mend the DOI.',
  find: ({ corpus, bibliography }) => {
    const shown = new Set([...keysOfNotes(corpus), ...corpus.works.keys()])
    const first = new Map<string, ListedWork>()
    return listedWorks(bibliography.files).flatMap((work): FindingDetails[] => {
      if (work.doi === undefined) return []
      const doi = doiKey(work.doi.written)
      const other = first.get(doi)
      if (other === undefined) first.set(doi, work)
      if (other === undefined || citeKey(other.key) === citeKey(work.key)) return []
      const { point } = work.doi
      const sentence = `The works "${other.key}" and "${work.key}" have the same DOI, ${doi}.`
      const isPrivate = !shown.has(citeKey(work.key)) || !shown.has(citeKey(other.key))
      return [{ file: work.file, point: () => point, sentence, isPrivate }]
    })
  },
}
