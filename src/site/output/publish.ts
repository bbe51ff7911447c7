/** Brings a site that was made in a folder of its own into the folder of the site. */
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { filesIn, pathWithin } from '../files-in.ts'
import { UsageError } from '../usage-error.ts'
import { readMarker, UNFINISHED, writeMarker } from './marker.ts'

/** A site that is ready to be published. */
export interface MadeSite {
  /** The folder in which the build made its files, as an absolute path. */
  readonly staging: string
  /** Files of the last build that are part of this one as they are, as paths in the site with `/` between segments. */
  readonly kept: Iterable<string>
  /** The number of entries that the site has. */
  readonly entries: number
}

/**
 * Publishes what a build made, and removes what earlier builds made and this one did not. Until this begins, nothing in
 * the folder of the site has changed. Every file is replaced as a whole, and what nobody of ours made stays.
 *
 * @param outDir The folder of the site, which need not be there.
 */
export function publish({ staging, kept, entries }: MadeSite, outDir: string): void {
  const made = filesIn(staging).map((file) => pathWithin(staging, file))
  const files = new Set([...made, ...kept])
  const before = readMarker(outDir).files
  mkdirSync(outDir, { recursive: true })
  assertSpace(staging, made, outDir)
  // Whenever the process ends, the record names everything that builds may have made.
  writeMarker(outDir, { entries, files: new Set([...before, ...files]) })
  removeFiles(
    outDir,
    [...before].filter((file) => !files.has(file)),
  )
  moveAll(staging, outDir, join(outDir, UNFINISHED))
  writeMarker(outDir, { entries, files })
  rmSync(staging, { recursive: true, force: true })
}

/**
 * Makes sure that the disk of the site has room for files that have to be copied to it, before the first of them is. On
 * the disk of the staging folder files are moved, which needs no room.
 *
 * @throws {UsageError} Where there is too little room.
 */
function assertSpace(staging: string, made: readonly string[], outDir: string): void {
  if (statSync(staging).dev === statSync(outDir).dev) return
  const { bavail, bsize } = statfsSync(outDir)
  const blocksOf = (file: string): number => Math.ceil((lstatSync(file, { throwIfNoEntry: false })?.size ?? 0) / bsize)
  const growth = made.map((file) => blocksOf(join(staging, file)) - blocksOf(join(outDir, file)))
  // One file at a time is there twice. A new file takes a place in its folder as well.
  const needed = sum(growth) + Math.max(0, ...made.map((file) => blocksOf(join(staging, file))))
  if (needed > bavail)
    throw new UsageError(
      `The disk of ${outDir} has no room for the site: it needs ${inMegabytes(needed * bsize)} and has ` +
        `${inMegabytes(bavail * bsize)}. Make room, or name a folder on another disk with --outDir. The site there is as it was.`,
    )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

/** Removes files, and the folders that become empty. What lies behind a link is somebody else's, and stays. */
function removeFiles(folder: string, files: readonly string[]): void {
  for (const file of files) {
    if (isBehindLink(folder, file)) continue
    rmSync(join(folder, file), { force: true })
    for (let parent = dirname(file); parent !== '.' && isEmpty(join(folder, parent)); parent = dirname(parent))
      rmdirSync(join(folder, parent))
  }
}

/** Tells whether a folder on the way to a file is a link. */
function isBehindLink(folder: string, file: string): boolean {
  const segments = file.split('/').slice(0, -1)
  return segments.some((_, index) => {
    const stats = lstatSync(join(folder, ...segments.slice(0, index + 1)), { throwIfNoEntry: false })
    return stats?.isSymbolicLink() === true
  })
}

/** Tells whether a folder exists and has nothing in it. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    return false
  }
}

/**
 * Moves what is in a folder into another one. A folder that is not there yet is moved as a whole, which takes a tenth of
 * the time of its files.
 *
 * @param unfinished The name that a copy of a file has while it is written.
 */
function moveAll(from: string, to: string, unfinished: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (!entry.isDirectory()) moveFile(source, target, unfinished)
    else if (!moveWhole(source, target)) moveAll(source, target, unfinished)
  }
}

/** Moves a folder to where nothing is yet, on the same disk. Returns false where that cannot be done. */
function moveWhole(from: string, to: string): boolean {
  if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) return false
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    return false
  }
}

/**
 * Moves a file over whatever has its name. To another disk it can only be copied, and keeps its time.
 *
 * @param unfinished The name that a copy has while it is written.
 */
function moveFile(from: string, to: string, unfinished: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    copyFileSync(from, unfinished)
    const { atime, mtime } = statSync(from)
    utimesSync(unfinished, atime, mtime)
    renameSync(unfinished, to)
    rmSync(from)
  }
}
