/**
 * What the last build wrote, and from what. A file is trusted only as the very file that build left: one that was written since, by a
 * build that was interrupted or by anyone else, has another time or size, and is made again.
 */
import { statSync } from 'node:fs'
import { z } from 'zod'
import { buildCache } from './folders.ts'
import { CacheStore, type CacheEntry } from './store.ts'

const writtenFileSchema = z.object({ digest: z.string(), size: z.number(), time: z.number() })

/** A file that a build wrote: the digest of what it was made from, its size in bytes, and when it was written, in milliseconds. */
export type WrittenFile = z.infer<typeof writtenFileSchema>

/** The store of a build. @param content The content folder. @param outDir The folder of the site. Both are absolute paths. */
export const buildStore = (content: string, outDir: string): CacheStore => new CacheStore(buildCache(content, outDir))

/** The pages and alternates that the last build wrote, by their paths in the folder of the site. */
export const WRITTEN_PAGES: CacheEntry<Readonly<Record<string, WrittenFile>>> = {
  name: 'pages.json',
  schema: z.record(z.string(), writtenFileSchema),
  dependsOn: 'pages',
}

/** The shards of the search index that the last build wrote, by their numbers. */
export const WRITTEN_SHARDS: CacheEntry<readonly WrittenFile[]> = {
  name: 'shards.json',
  schema: z.array(writtenFileSchema),
  dependsOn: 'shards',
}

/** It is there while a build is running, and names that build. One that is left over tells that a build was interrupted. */
export const RUNNING_BUILD: CacheEntry<string> = { name: 'running.json', schema: z.string(), dependsOn: 'running' }

/** Describes a file as it is now. Returns undefined where there is none. */
export function writtenFile(file: string, digest: string): WrittenFile | undefined {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats && { digest, size: stats.size, time: stats.mtimeMs }
}

/** Tells whether a file was made from the same as `digest` says, and nobody has written to it since. */
export function isUpToDate(file: string, digest: string, before: WrittenFile | undefined): boolean {
  if (before?.digest !== digest) return false
  const now = writtenFile(file, digest)
  return now?.size === before.size && now.time === before.time
}
