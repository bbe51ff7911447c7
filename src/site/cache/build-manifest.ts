/**
 * Stores which files the last build wrote, and the digests of what they were made from. A file is up to date only if it
 * is the very file that the build wrote. A file that was written later, by an interrupted build or by anyone else, has
 * another time or size, and is made again.
 */
import { statSync } from 'node:fs'
import { z } from 'zod'
import { buildCache } from './folders.ts'
import { CacheStore, type CacheEntry } from './store.ts'

const writtenFileSchema = z.object({ digest: z.string(), size: z.number(), time: z.number() })

/**
 * A file that a build wrote: the digest of what it was made from, its size in bytes, and its time of modification in
 * milliseconds.
 */
export type WrittenFile = z.infer<typeof writtenFileSchema>

/**
 * Returns the store that keeps these records from build to build.
 *
 * @param content The content folder, as an absolute path.
 * @param outDir The folder of the site, as an absolute path.
 */
export const buildStore = (content: string, outDir: string): CacheStore => new CacheStore(buildCache(content, outDir))

/** The pages and alternates that the last build wrote, by their paths in the folder of the site. */
export const WRITTEN_PAGES: CacheEntry<Readonly<Record<string, WrittenFile>>> = {
  name: 'pages.json',
  schema: z.record(z.string(), writtenFileSchema),
  dependsOn: 'pages',
}

/** The entry files of the shards of the search index that the last build wrote, in the order of the shards. */
export const WRITTEN_SHARDS: CacheEntry<readonly WrittenFile[]> = {
  name: 'shards.json',
  schema: z.array(writtenFileSchema),
  dependsOn: 'shards',
}

/** Returns the record of a file as it is on disk now. Returns undefined where there is no file. */
export function writtenFile(file: string, digest: string): WrittenFile | undefined {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats && { digest, size: stats.size, time: stats.mtimeMs }
}

/**
 * Tells whether a file on disk is what would be made now.
 *
 * @param digest The digest of what the file would be made from.
 * @param before The record of the file as the last build wrote it.
 */
export function isUpToDate(file: string, digest: string, before: WrittenFile | undefined): boolean {
  if (before?.digest !== digest) return false
  const now = writtenFile(file, digest)
  return now?.size === before.size && now.time === before.time
}
