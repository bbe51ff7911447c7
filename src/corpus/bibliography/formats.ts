/** The formats in which reference managers take a work. */
import { toBibtex } from './to-bibtex.ts'
import { toRis } from './to-ris.ts'
import type { Work } from '../model/source.ts'

export interface ReferenceFormat {
  /** Of the file. */
  readonly extension: string
  /** What people call the format. */
  readonly label: string
  /** The media type of the file. */
  readonly type: string
  readonly write: (source: Work['source']) => string
}

/** The format has no field for a number on arXiv; reference managers write it where reports have theirs. */
const toCslJson: ReferenceFormat['write'] = ({ csl, arxiv }) => {
  const number = csl['number'] ?? (arxiv === undefined ? undefined : `arXiv:${arxiv}`)
  return `${JSON.stringify([number === undefined ? csl : { ...csl, number }], null, 2)}\n`
}

export const REFERENCE_FORMATS: readonly ReferenceFormat[] = [
  { extension: 'bib', label: 'BibTeX', type: 'application/x-bibtex', write: toBibtex },
  { extension: 'json', label: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: toCslJson },
  { extension: 'ris', label: 'RIS', type: 'application/x-research-info-systems', write: toRis },
]
