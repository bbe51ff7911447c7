/** This file lists the formats in which reference managers take a work. */
import { toBibtex } from './to-bibtex.ts'
import { toRis } from './to-ris.ts'
import type { Work } from '../model/source.ts'

/** A `ReferenceFormat` is a format of files that hold a work. */
export interface ReferenceFormat {
  /** This is the extension of such a file. */
  readonly extension: string
  /** This is what people call the format. */
  readonly label: string
  /** This is the media type of such a file. */
  readonly type: string
  /** Writes a work in the format. */
  readonly write: (source: Work['source']) => string
}

/**
 * Writes a work as CSL-JSON. The format has no field for a number on arXiv, so it is written where reference managers
 * write it: in the field for the number of a report.
 */
const toCslJson: ReferenceFormat['write'] = ({ csl, arxiv }) => {
  const number = csl['number'] ?? (arxiv === undefined ? undefined : `arXiv:${arxiv}`)
  return `${JSON.stringify([number === undefined ? csl : { ...csl, number }], null, 2)}\n`
}

/** These are the formats, in the order in which pages offer them. */
export const REFERENCE_FORMATS: readonly ReferenceFormat[] = [
  { extension: 'bib', label: 'BibTeX', type: 'application/x-bibtex', write: toBibtex },
  { extension: 'json', label: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: toCslJson },
  { extension: 'ris', label: 'RIS', type: 'application/x-research-info-systems', write: toRis },
]
