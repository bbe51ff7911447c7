/** Sees to it that an export writes over no file of a user. */
import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { isWithin, realPath } from '../../site/real-path.ts'
import { UsageError } from '../../site/usage-error.ts'

/**
 * Throws a `UsageError` where a file is there already, or would be read as content.
 *
 * @param files Absolute paths.
 * @param content The content folder.
 * @param mayReplace Whether files that are there may be written over.
 */
export function assertFree(files: readonly string[], content: string, mayReplace: boolean): void {
  const within = files.find((file) => isWithin(realPath(file), realPath(content)))
  if (within !== undefined)
    throw new UsageError(
      `${relative('', within)} would be in the content folder and become a part of the site. Name another with --out.`,
    )
  const taken = mayReplace ? undefined : files.find((file) => existsSync(file))
  if (taken !== undefined)
    throw new UsageError(
      `${relative('', taken)} is there already. Write over it with --force, or name another file with --out.`,
    )
}
