/** One file of the content folder, read and parsed. */
import { parse, type ParseResult } from '../../corpus/parse.ts'
import { decodeFile, readBytes, type FileBytes } from './content-folder.ts'
import { reasonFromError, skippedFile } from './skip-reasons.ts'
import type { Dialect } from '../../corpus/site-config.ts'
import type { Document, FilePath, Problem } from '../../corpus/vocabulary.ts'

/** Undefined where there is no such file. Never throws: whatever is wrong with a file costs only that file. */
export const readEntry = (path: FilePath, { folder, dialect }: ReadOptions): ParseResult | undefined =>
  parseFile(path, readBytes(folder, path), dialect)

export function parseFile(path: FilePath, read: FileBytes, dialect: Dialect): ParseResult | undefined {
  const { document, problems } = decodeFile(path, read)
  if (document === undefined) return problems.length === 0 ? undefined : { problems }
  return parseSafely(document, problems, dialect)
}

/** A fault of ours in one file must not cost the others; nor may the file be shown, for it may be a draft. */
function parseSafely(document: Document, noticed: readonly Problem[], dialect: Dialect): ParseResult {
  try {
    const result = parse(document, dialect)
    return { ...result, problems: [...noticed, ...result.problems] }
  } catch (error) {
    return { problems: [...noticed, skippedFile(document.path, reasonFromError(error))] }
  }
}

/** What all files have in common. */
export interface ReadOptions {
  readonly folder: string
  readonly dialect: Dialect
}
