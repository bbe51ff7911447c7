/** Reads and parses a single file of the content folder. */
import { parse, type ParseResult } from '../../corpus/parse.ts'
import { decodeFile, readBytes, type FileBytes } from './content-folder.ts'
import { reasonFromError, skippedFile } from './skip-reasons.ts'
import { loadedDialect } from '../own-dialect.ts'
import { isPrivate } from '../../corpus/model/parsed.ts'
import type { Dialect, Settings } from '../../corpus/site-config.ts'
import type { Document, FilePath, Problem } from '../../corpus/vocabulary.ts'

/**
 * Reads and parses a file. Returns undefined where there is no such file. It never throws, so that a fault costs only
 * that file.
 */
export const readEntry = (path: FilePath, { folder, dialect }: ReadOptions): ParseResult | undefined =>
  parseFile(path, readBytes(folder, path), dialect)

/** Parses a file whose bytes were read. Returns undefined where there is no such file. It never throws. */
export function parseFile(path: FilePath, read: FileBytes, dialect: Dialect): ParseResult | undefined {
  const { document, problems } = decodeFile(path, read)
  if (document === undefined) return problems.length === 0 ? undefined : { problems }
  return parseDocument(document, problems, dialect)
}

/**
 * Parses a document. It never throws. When the parser itself fails, the file is skipped with a problem: the other files must not suffer,
 * and the file must not be shown, because it may be a draft.
 */
export function parseDocument(document: Document, noticed: readonly Problem[], dialect: Dialect): ParseResult {
  try {
    const result = parse(document, { ...dialect, ...loadedDialect() })
    return { ...result, problems: [...noticed, ...result.problems] }
  } catch (error) {
    return { problems: [...noticed, skippedFile(document.path, reasonFromError(error))] }
  }
}

/** The options that are the same for all files of a content folder. */
export interface ReadOptions {
  /** The content folder, as an absolute path. */
  readonly folder: string
  /** The dialect in which the files are written. */
  readonly dialect: Dialect
}

/**
 * Tells whether a result may be stored: the file is public. A file whose frontmatter is not read may be a draft, and
 * its problems may quote it.
 *
 * @param publish What the settings of the site say of privacy.
 */
export const isStorable = ({ parsed }: ParseResult, publish: Settings['publish']): boolean =>
  parsed !== undefined && !isPrivate(parsed, { publish })
