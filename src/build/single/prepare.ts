import { existsSync } from 'node:fs'
import { isMarked } from '../../site/output/marker.ts'
import { prepareOutDir } from '../../site/output/prepare.ts'
import type { Share } from '../../site/share.ts'
import { UsageError } from '../../site/usage-error.ts'
import { besideSite } from '../beside-site.ts'

/** Returns the folder of the copy of a site for a disk. It is beside the folder of the site. */
export const copyFolder = (outDir: string): string => besideSite(outDir, '-single')

/** Returns the archive of that folder. */
export const copyArchive = (outDir: string): string => `${copyFolder(outDir)}.zip`

/**
 * Makes sure that a copy may be written, before anything is built.
 *
 * @param outDir The folder of the site, as an absolute path.
 * @param content The content folder, as an absolute path.
 * @throws {UsageError} Where the folder or the archive is somebody else's, or only a share of the site is built.
 */
export function prepareCopy(outDir: string, content: string, force: boolean, share: Share): void {
  const [folder, archive] = [copyFolder(outDir), copyArchive(outDir)]
  if (share.of > 1)
    throw new UsageError('A share of a site has no copy of its own. Leave out --shard. Nothing was built.')
  if (existsSync(archive) && !isMarked(folder) && !force)
    throw new UsageError(
      `${archive} is there, and no build has recorded it as its own. Move it away. Nothing was built.`,
    )
  prepareOutDir(folder, content, force)
}
