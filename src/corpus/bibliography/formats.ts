/** This file lists the formats in which reference managers take a work. */
import { toBibtex } from './to-bibtex.ts'
import { toCslJson } from './to-csl-json.ts'
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

/** These are the formats, in the order in which pages offer them. */
export const REFERENCE_FORMATS: readonly ReferenceFormat[] = [
  { extension: 'bib', label: 'BibTeX', type: 'application/x-bibtex', write: toBibtex },
  { extension: 'json', label: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: toCslJson },
  { extension: 'ris', label: 'RIS', type: 'application/x-research-info-systems', write: toRis },
]
