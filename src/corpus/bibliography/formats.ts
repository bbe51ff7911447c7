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

type Write = ReferenceFormat['write']

/** Writes each work of a set, and any other work by itself. */
const ofEach =
  (write: Write, join: (texts: string[]) => string): Write =>
  (source) =>
    source.members === undefined
      ? write(withKnownType(source))
      : join(source.members.map((each) => write({ key: source.key, ...each })))

/**
 * Nobody said what a work is that is written into a note. To CSL and to reference managers, an article without a journal
 * is a preprint.
 */
const withKnownType: (source: Work['source']) => Work['source'] = (source) =>
  source.isDescribed === true && source.csl.type === 'article' && source.arxiv === undefined
    ? { ...source, csl: { ...source.csl, type: 'document' } }
    : source

/** Makes one list of CSL-JSON of several. */
const inOneList = (texts: string[]): string =>
  `${JSON.stringify(
    texts.flatMap((text) => JSON.parse(text) as unknown[]),
    undefined,
    2,
  )}\n`

/** These are the formats, in the order in which pages offer them. */
export const REFERENCE_FORMATS: readonly ReferenceFormat[] = [
  {
    extension: 'bib',
    label: 'BibTeX',
    type: 'application/x-bibtex',
    write: ofEach(toBibtex, (texts) => texts.join('\n')),
  },
  {
    extension: 'json',
    label: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    write: ofEach(toCslJson, inOneList),
  },
  {
    extension: 'ris',
    label: 'RIS',
    type: 'application/x-research-info-systems',
    write: ofEach(toRis, (texts) => texts.join('')),
  },
]
