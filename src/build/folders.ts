/** Names and prepares the folders of a build. */
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { stagingFolder } from '../site/cache/folders.ts'
import { buildPlan } from '../site/index.ts'
import { prepareOutDir } from '../site/output/prepare.ts'
import { contentFolder } from '../site/read/content-folder.ts'

/** The folders of a build, as absolute paths. */
export interface BuildFolders {
  /** The folder of the site, in which nothing changes before everything is made. */
  readonly outDir: string
  /** The folder in which the build makes its files. It is in the project, because Astro renames files into it. */
  readonly staging: string
}

/**
 * Returns the folders of a build whose site goes to `outDir`. The folder for its files is empty then, and other builds
 * are kept out of the site until this process ends.
 *
 * @throws {UsageError} When the folder is not one that a build may write to, or another build is writing there.
 */
export function openFolders(outDir: string): BuildFolders {
  const [content, folder] = [contentFolder(), resolve(outDir)]
  prepareOutDir(folder, content, buildPlan().options.force)
  const staging = stagingFolder(content, folder)
  rmSync(staging, { recursive: true, force: true })
  return { outDir: folder, staging }
}
