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

const writtenShardSchema = writtenFileSchema.extend({
  /** The digest of the entries whose records are in the shard. */
  madeFrom: z.string(),
  /** The words of the shard that a misspelt query may have meant. */
  words: z.array(z.string()),
})

/** A shard of the search index that a build wrote. The file is the entry file of the shard. */
export type WrittenShard = z.infer<typeof writtenShardSchema>

/**
 * The shards of the search index that the last build wrote, in their order. It is null for a shard that has no file.
 */
export const WRITTEN_SHARDS: CacheEntry<readonly (WrittenShard | null)[]> = {
  name: 'shards.json',
  schema: z.array(writtenShardSchema.nullable()),
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
