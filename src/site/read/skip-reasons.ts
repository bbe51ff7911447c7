/** The reasons why a file is not read. Each is reported as a problem, so that no file is left out silently. */
import { problem } from '../../corpus/problem.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'

/**
 * Returns the warning that a file was skipped.
 *
 * @param reason Ends the sentence "This was skipped: …", and says what the user can do.
 */
export function skippedFile(path: FilePath, reason: string): Problem {
  return problem('warning', 'file-skipped', path, { line: 1, column: 1 }, `This was skipped: ${reason}`)
}

export const SYMBOLIC_LINK = 'it is a symbolic link, and links are not followed. Put the file itself here.'
export const NOT_A_FILE = 'it is neither a file nor a folder. Take it away.'
export const IS_FOLDER = 'it is a folder. Give it another name, and put a file here.'
export const REMOVED_MEANWHILE = 'it was there and is gone. Read the folder again.'
export const NAME_NOT_UTF8 = 'its name is not UTF-8. Rename it.'
export const DUPLICATE_NAME = 'another file has the same name, composed of other signs. Rename one of the two.'
/** @param limit The largest size in bytes of a file that is read. */
export const tooLarge = (limit: number): string =>
  `it is larger than ${limit / 1_000_000} MB, which no note is. Cut it into several.`

/** The reasons by the error codes of the operating system. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read. Give the one who builds the right to read it.',
  EPERM: 'it may not be read. Give the one who builds the right to read it.',
  ENOENT: REMOVED_MEANWHILE,
  ELOOP: SYMBOLIC_LINK,
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB. Make it smaller, or put it elsewhere and link to it there.',
}

/**
 * Returns the reason that an error stands for: one of the operating system, or any other that was thrown while a file
 * was read.
 */
export function reasonFromError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? `it cannot be read (${code || String(error)}). Mend or remove it.`
}
