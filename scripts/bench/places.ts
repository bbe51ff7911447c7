/** Where the benchmark keeps what it makes. All of it is in one folder of the project, which git ignores. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SCRATCH = join(ROOT, '.bench')
export const PEERS = join(SCRATCH, 'peers')
export const CORPORA = join(SCRATCH, 'corpora')
/** Built sites. On the disk of the project, because Astro cannot move its files to another. */
export const BUILT_SITES = join(SCRATCH, 'out')
/** The code of contestants as Node compiled it, which is no part of what they make of a site. */
export const COMPILE_CACHE = join(SCRATCH, 'compiled')
const ASIDE = join(SCRATCH, 'away')

/**
 * Takes something away without deleting it: for minutes after many files were deleted, ext4 looks long for a place for each new one, and
 * a build would be measured by what was deleted before it.
 */
export function moveAside(path: string): void {
  if (!existsSync(path)) return
  mkdirSync(ASIDE, { recursive: true })
  renameSync(path, join(mkdtempSync(join(ASIDE, 'was-')), basename(path)))
}

/** Deletes what was put away, when all is measured. */
export function deleteMovedAside(): void {
  rmSync(ASIDE, { recursive: true, force: true })
}
