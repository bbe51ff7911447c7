/** Reads the files that other programs exported, and finds out what each is. */
import { readFileSync } from 'node:fs'
import type { ReadAnnotations } from '../../corpus/import/annotation.ts'
import { isCslJson } from '../../corpus/import/csl-json-works.ts'
import { readRoamJson, type RoamGraph } from '../../corpus/import/roam-json.ts'
import { readZoteroJson } from '../../corpus/import/zotero-json.ts'
import { readZoteroMarkdown } from '../../corpus/import/zotero-markdown.ts'
import type { Document } from '../../corpus/vocabulary.ts'
import { UsageError } from '../../site/usage-error.ts'

/** What is in the files. */
export interface Exports {
  readonly annotations: readonly ReadAnnotations[]
  readonly graphs: readonly RoamGraph[]
  /** Bibliographies, of which works are added to that of the folder. */
  readonly works: readonly Document[]
}

/**
 * Reads files of other programs.
 *
 * @param work The citation key of the work that annotations in Markdown are of.
 * @throws {UsageError} Where a file is not there, or nothing of it is known.
 */
export function readExports(files: readonly string[], work: string | undefined): Exports {
  const read = files.map((file) => ({ path: file, text: textOf(file) }))
  const works = read.filter(({ path, text }) => /\.bib$/i.test(path) || isCslJson(text))
  const others = read
    .filter((each) => !works.includes(each))
    .map((each) => ({ ...each, graph: readRoamJson(each.text) }))
  return {
    works,
    graphs: others.flatMap(({ graph }) => graph ?? []),
    annotations: others.filter(({ graph }) => graph === undefined).map((each) => annotationsIn(each, work)),
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UsageError(`There is no file ${file}.`)
  }
}

function annotationsIn({ path, text }: Document, work: string | undefined): ReadAnnotations {
  const isJson = /\.json$/i.test(path)
  const read = isJson ? readZoteroJson(text) : readZoteroMarkdown(text, work)
  if (read.annotations.length > 0 || (isJson && /"itemType"/.test(text))) return read
  throw new UsageError(
    isJson
      ? `${path} is no export that is known: items of Zotero, works in CSL-JSON, or a graph of Roam.`
      : `${path} has no annotation that Zotero exported. Files that can be imported end with .json, .md, .bib or .org.`,
  )
}
