/**
 * This file names the folders that the benchmark writes to. All of them are in one folder of the project, which git
 * ignores.
 */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** This is the folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SCRATCH = join(ROOT, '.bench')
/** This folder holds the installed peers. */
export const PEERS = join(SCRATCH, 'peers')
/** This folder holds earlier revisions of this project. */
export const AGAINST = join(SCRATCH, 'against')
/** This folder holds the written corpora. */
export const CORPORA = join(SCRATCH, 'corpora')
/**
 * This folder holds built sites. It is on the disk of the project, because Astro cannot move its files to another
 * one.
 */
export const BUILT_SITES = join(SCRATCH, 'out')
/** This folder holds the code of contestants as Node compiled it, which is not part of what they make of a site. */
export const COMPILE_CACHE = join(SCRATCH, 'compiled')
/** This folder holds what was moved aside. */
const ASIDE = join(SCRATCH, 'away')

/**
 * Moves a file or a folder aside without deleting it. For minutes after many files were deleted, ext4 searches long
 * for the position of each new one, and a build would be slowed by what was deleted before it.
 */
export function moveAside(path: string): void {
  if (!existsSync(path)) return
  mkdirSync(ASIDE, { recursive: true })
  renameSync(path, join(mkdtempSync(join(ASIDE, 'was-')), basename(path)))
}

/** Deletes all that was moved aside, when everything is measured. */
export function deleteMovedAside(): void {
  rmSync(ASIDE, { recursive: true, force: true })
}
