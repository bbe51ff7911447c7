/**
 * This file adds works of an export to the bibliography of a folder: those of BibTeX to `references.bib`, those of
 * CSL-JSON to `references.json`. Each is added as it was written, and nothing that is there changes.
 */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { readBibtex } from '../bibliography/bibtex.ts'
import type { BibtexReading } from '../bibliography/bibtex-work.ts'
import { readCslJson } from '../bibliography/csl-json.ts'
import type { ReadWork } from '../bibliography/source.ts'
import { citeKey } from '../cite-key.ts'
import type { Source } from '../model/source.ts'
import { doiOf } from '../updates/registered-doi.ts'
import type { Document, FilePath } from '../vocabulary.ts'
import type { ReasonOf } from './adding.ts'
import { addBibtex } from './bibtex-works.ts'
import { addCslJson } from './csl-json-works.ts'

/** `AddedWorks` is a file of the bibliography with what was added to it, and sentences about what was not. */
export interface AddedWorks {
  /** This is the file of the bibliography. Its text is what was there where nothing was added. */
  readonly document: Document
  /** These are the keys of the works that were added. */
  readonly added: readonly string[]
  /** These are whole sentences about works that the bibliography has in another form, or that cannot be read. */
  readonly left: readonly string[]
}

/** Gives the file of the bibliography to which the works of an export belong. */
export const bibliographyFor = (exported: FilePath): FilePath =>
  /\.json$/i.test(exported) ? 'references.json' : 'references.bib'

/**
 * Adds the works of an export. A second time, nothing is added.
 *
 * @param file The file of the bibliography for works of this form. Its text is empty where there is none.
 * @param reading Says how the BibTeX of the folder is read.
 */
export function addWorks(
  exported: Document,
  file: Document,
  bibliography: Bibliography,
  reading: BibtexReading,
): AddedWorks {
  const isJson = bibliographyFor(exported.path) === 'references.json'
  const read = isJson ? readCslJson(exported) : readBibtex(exported, reading)
  const reasonOf = reasonsIn(bibliography, read)
  const { text, added, left } = (isJson ? addCslJson : addBibtex)(exported.text, file, reasonOf)
  const unread = read.flatMap((each) =>
    'problem' in each ? [`${exported.path}:${each.problem.line}: ${each.problem.reason}`] : [],
  )
  return { document: { path: file.path, text }, added, left: [...left, ...unread] }
}

function reasonsIn(bibliography: Bibliography, read: readonly ReadWork[]): ReasonOf {
  const works = new Map(read.flatMap((each) => ('problem' in each ? [] : [[citeKey(each.key), each.source] as const])))
  const byDoi = new Map<string, string>()
  for (const key of bibliography.keys) {
    const doi = doiOf(bibliography.get(key)!)
    if (doi !== undefined && !byDoi.has(doi)) byDoi.set(doi, key)
  }
  return (key) => {
    const [there, work] = [bibliography.get(key), works.get(citeKey(key))]
    if (there !== undefined) return work === undefined || isSame(there, work) ? '' : changed(key)
    const other = byDoi.get((work && doiOf(work)) ?? '')
    return other === undefined ? undefined : `The bibliography has ${key} already, under the key ${other}.`
  }
}

const isSame = (one: Source, other: Source): boolean => JSON.stringify(one.csl) === JSON.stringify(other.csl)

const changed = (key: string): string =>
  `The bibliography has ${key} in another form, which stays. Change it there, or give one of the two another key.`
