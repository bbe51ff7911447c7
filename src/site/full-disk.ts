/** Recognises errors that come of a full disk, and says which disk it is. */
import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { CACHE, PROJECT } from './cache/folders.ts'
import { lockedSites } from './output/lock.ts'

/** Matches the codes of Node, and the messages of Rust's standard library, in which the bundler and Pagefind are. */
const FULL = /\bENOSPC\b|\bEDQUOT\b|\(os error (?:28|112|122)\)|\bkind: (?:StorageFull|QuotaExceeded)\b/

/** The error of another program that ended because the disk of a file or folder is full. */
export class DiskFullError extends Error {
  readonly code = 'ENOSPC'
  readonly path: string

  constructor(path: string) {
    super(`The disk of ${path} is full.`)
    this.path = path
  }
}

/** Tells whether an error, or one that it was made from, came of a full disk or a quota that is used up. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, message, cause } = error as NodeJS.ErrnoException
  return FULL.test(`${code ?? ''} ${message}`) || isDiskFull(cause)
}

/**
 * Returns a sentence that names the disk that is full.
 *
 * @param file The file that was written. Many errors do not name it; where it is not known, the disk is that with the
 *   least room of all to which a command must be able to write. It can do without the memory and the temporary folder.
 */
export function diskFullSentence(error: unknown, file = fileOf(error)): string {
  const folders = file === undefined ? [CACHE, PROJECT, ...lockedSites()] : [dirname(file)]
  const [fullest] = folders.map((folder) => ({ folder, room: roomIn(folder) })).sort((a, b) => a.room - b.room)
  const { folder, room } = fullest!
  return `The disk of ${folder} is full: ${(room / 1_000_000).toFixed(1)} MB are left. Make room there.`
}

/** Tells whether a folder has so little room that what did not fit into it may have been a single file. */
export const isAlmostFull = (folder: string): boolean => roomIn(folder) < 1_000_000

/** Returns the file that could not be written. Where a file was copied or moved, `path` is the one it came from. */
function fileOf(error: unknown): string | undefined {
  const { path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string }
  return dest ?? path
}

/** Returns the number of bytes that may still be written below a folder, which need not be there. */
function roomIn(folder: string): number {
  if (!existsSync(folder)) return folder === dirname(folder) ? Infinity : roomIn(dirname(folder))
  const { bavail, bsize, files, ffree } = statfsSync(folder)
  // A file system may have room for bytes, and none for another file. Some do not count files at all.
  return files > 0 && ffree === 0 ? 0 : bavail * bsize
}
