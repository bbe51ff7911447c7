/** This file reads the works that notes can cite from the files that reference managers export. */
import { readBibtex } from './bibtex.ts'
import type { BibtexReading } from './bibtex-work.ts'
import { citeKey } from '../cite-key.ts'
import { readCslJson } from './csl-json.ts'
import { compareText } from '../compare.ts'
import { warning } from './source.ts'
import type { Document, FilePath, Point, Problem } from '../vocabulary.ts'
import type { Source } from '../model/source.ts'

/**
 * These files of the content folder are bibliographies. Where both have a key, the work of the first file counts, and
 * in lenient folders so does that of the first of all other `.bib` files.
 */
export const BIBLIOGRAPHY_FILES: readonly FilePath[] = ['references.bib', 'references.json']

/** A `Bibliography` holds the works that notes can cite. Keys are found without regard to case or a leading `@`. */
export interface Bibliography {
  /** These are the keys as they were written, in the order of code units. */
  readonly keys: readonly string[]
  /** Gives the work with a key. It is undefined where there is none. */
  get(key: string): Source | undefined
  /** These are other keys by which works go, each with the key of the work, as `citeKey` gives them. */
  readonly aliases: ReadonlyMap<string, string>
  /** Gives the place of the work with a key. It is undefined where there is none. */
  placeOf(key: string): { readonly file: FilePath; readonly point: Point } | undefined
  /** These are the problems of the files. */
  readonly problems: readonly Problem[]
}

/** This is the bibliography of a site that has none. */
export const EMPTY_BIBLIOGRAPHY: Bibliography = {
  keys: [],
  get: () => undefined,
  aliases: new Map(),
  placeOf: () => undefined,
  problems: [],
}

/**
 * Reads the works of several files.
 *
 * @param documents The files. A file whose name ends with `.json` is read as CSL-JSON, any other as BibTeX.
 */
export const readBibliography = (...documents: readonly Document[]): Bibliography =>
  readBibliographyAs({ language: 'en', titles: 'sentence' }, ...documents)

/**
 * Reads the works of several files of a site.
 *
 * @param reading Says how BibTeX is read.
 */
export function readBibliographyAs(reading: BibtexReading, ...documents: readonly Document[]): Bibliography {
  const works = new Map<string, { source: Source; file: FilePath; point: Point }>()
  const aliases = new Map<string, string>()
  const problems: Problem[] = []
  for (const document of documents)
    for (const read of document.path.endsWith('.json') ? readCslJson(document) : readBibtex(document, reading)) {
      problems.push(...('problem' in read ? [read.problem] : (read.problems ?? [])))
      if ('problem' in read) continue
      for (const alias of read.aliases ?? [])
        if (!aliases.has(citeKey(alias))) aliases.set(citeKey(alias), citeKey(read.key))
      const before = works.get(citeKey(read.key))
      if (before === undefined)
        works.set(citeKey(read.key), { source: read.source, file: document.path, point: read.point })
      // Of files with other names, writers often keep copies, and nobody said that they belong together.
      else if (before.file === document.path || BIBLIOGRAPHY_FILES.includes(document.path))
        problems.push(warning(document.path, read.point, repeated(read.key, before.file, document.path)))
    }
  // A key of a work is its own before it is another one of some work.
  for (const key of works.keys()) aliases.delete(key)
  const found = (written: string) => works.get(aliases.get(citeKey(written)) ?? citeKey(written))
  return {
    keys: [...works.values()].flatMap(({ source }) => source.key ?? []).sort(compareText),
    problems,
    aliases,
    get: (written) => found(written)?.source,
    placeOf: found,
  }
}

/** Says that a key is used twice. */
const repeated = (key: string, first: FilePath, second: FilePath): string =>
  first === second
    ? `The key "${key}" is used twice. The first entry stands; give this one a key of its own.`
    : `The key "${key}" is in ${first} too. The entry there stands; take this one out or give it a key of its own.`
