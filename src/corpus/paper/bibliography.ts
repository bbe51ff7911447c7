/** This file writes the bibliography of a paper: the works that it cites, and no others. */
import { toBibtex } from '../bibliography/to-bibtex.ts'
import { toCslJson } from '../bibliography/to-csl-json.ts'
import type { Source } from '../model/source.ts'

/** These are the formats of the bibliography. */
export const BIBLIOGRAPHIES = ['json', 'bib'] as const

/** A `BibliographyFormat` is one of them: CSL-JSON or BibTeX. */
export type BibliographyFormat = (typeof BIBLIOGRAPHIES)[number]

/** Gives the key of a work in the bibliography. Braces and the like would end it. */
export const keyOf = ({ key = '' }: Source): string => key.replace(/[\s{}(),"#%~\\=']+/g, '')

/** Writes works, sorted by their keys. */
export function bibliographyOf(sources: readonly Source[], format: BibliographyFormat): string {
  const byKey = new Map(sources.map((source) => [keyOf(source), source]))
  const works = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, source]) => ({ ...source, key }))
  if (format === 'bib') return works.map(toBibtex).join('\n')
  const items = works.map((work) => ({ ...(JSON.parse(toCslJson(work)) as [object])[0], id: work.key }))
  return `${JSON.stringify(items, null, 2)}\n`
}
