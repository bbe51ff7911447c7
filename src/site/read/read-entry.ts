/** One file of the content folder, read and parsed. */
import { parse, type ParseResult } from '../../corpus/parse.ts'
import { decoded, readBytes, type ReadBytes } from './content-folder.ts'
import { reasonOf, skipped } from './skipped.ts'
import type { Dialect } from '../../corpus/site-config.ts'
import type { Document, FilePath, Problem } from '../../corpus/vocabulary.ts'

/** Undefined where there is no such file. Never throws: whatever is wrong with a file costs only that file. */
export const readEntry = (path: FilePath, { folder, dialect }: Reading): ParseResult | undefined =>
  entryFrom(path, readBytes(folder, path), dialect)

export function entryFrom(path: FilePath, read: ReadBytes, dialect: Dialect): ParseResult | undefined {
  const { document, problems } = decoded(path, read)
  if (document === undefined) return problems.length === 0 ? undefined : { problems }
  return parseSafely(document, problems, dialect)
}

/** A fault of ours in one file must not cost the others; nor may the file be shown, for it may be a draft. */
function parseSafely(document: Document, noticed: readonly Problem[], dialect: Dialect): ParseResult {
  try {
    const result = parse(document, dialect)
    return { ...result, problems: [...noticed, ...result.problems] }
  } catch (error) {
    return { problems: [...noticed, skipped(document.path, reasonOf(error))] }
  }
}

/** What all files have in common. */
export interface Reading {
  readonly folder: string
  readonly dialect: Dialect
}
