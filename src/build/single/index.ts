/**
 * Makes a copy of a built site that opens from a disk: a folder, and an archive of it. Its pages name each other by
 * relative paths, its scripts are no modules, and what scripts fetch is in scripts of its own, because a browser lets a
 * page of a disk load scripts and nothing else.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setActivity } from '../../site/activity.ts'
import { stagingFolder } from '../../site/cache/folders.ts'
import { crateFile } from '../../site/crate.ts'
import type { Site } from '../../site/index.ts'
import { unlockSite } from '../../site/output/lock.ts'
import { MARKER, readMarker } from '../../site/output/marker.ts'
import { publish } from '../../site/output/publish.ts'
import { outputPath } from '../../site/output-path.ts'
import { crateSummary } from '../../site/report.ts'
import { writeFilesOfCopy } from './write-copy.ts'
import { copyArchive, copyFolder } from './prepare.ts'
import { TooLarge, writeZip } from './zip.ts'

/**
 * Makes the copy of a site that was built.
 *
 * @param outDir The folder of the site, as an absolute path.
 * @param log Prints a message.
 */
export async function writeCopy(site: Site, outDir: string, log: (message: string) => void): Promise<void> {
  setActivity('making the copy for a disk')
  const folder = copyFolder(outDir)
  const staging = stagingFolder(site.folder, folder)
  rmSync(staging, { recursive: true, force: true })
  await writeFilesOfCopy(outDir, staging, site.settings.base)
  describeCopy(site, staging, log)
  publish({ staging, kept: [], entries: site.corpus.entries.size }, folder)
  unlockSite(folder)
  log(`copy for a disk: ${folder}`)
  packCopy(folder, copyArchive(outDir), log)
}

/** Describes the copy as an RO-Crate, unless the owner of the site does. */
function describeCopy(site: Site, folder: string, log: (message: string) => void): void {
  const { address, content } = crateFile(site.corpus, site)
  if (site.staticFiles.has(address)) return
  writeFileSync(join(folder, outputPath(address)), content())
  const lacking = crateSummary(site.corpus)
  if (lacking !== undefined && !site.settings.roCrate) log(lacking)
}

/** Packs the files of the copy, and nothing else that may be in its folder. */
function packCopy(folder: string, archive: string, log: (message: string) => void): void {
  const files = [...readMarker(folder).files].filter((file) => file !== MARKER)
  try {
    writeZip(
      files.map((file) => [`${basename(folder)}/${file}`, join(folder, file)]),
      archive,
    )
    log(`the same, packed: ${archive}`)
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    console.error(`The copy is not packed. ${error.message} Pack the folder with another program.`)
  }
}
