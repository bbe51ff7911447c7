/** What a process of `read-entries.ts` runs: a bucket of files, parsed now or kept from an earlier run. */
import { serialize } from 'node:v8'
import type { FilePath } from '../corpus/model.ts'
import { readBytes } from './content-folder.ts'
import { bucketKey, hasBucket, keepBucket } from './parse-cache.ts'
import { toPlain, type PlainResult } from './plain-result.ts'
import type { Reading } from './read-entries.ts'

export interface ReadTask extends Reading {
  readonly cache: string
  /** Digest of what the results are made by, besides the files. */
  readonly maker: string
}

export interface ReadBucket {
  /** Under which the results are kept. */
  readonly key?: string
  /** Of each file, serialised, where they are not kept. */
  readonly results?: Uint8Array
}

export default function readBuckets({
  chunk,
  shared,
}: {
  chunk: readonly FilePath[][]
  shared: ReadTask
}): Promise<ReadBucket[]> {
  return Promise.all(chunk.map((paths) => readBucket(paths, shared)))
}

async function readBucket(paths: readonly FilePath[], task: ReadTask): Promise<ReadBucket> {
  // The same bytes are looked up and parsed, whatever becomes of the files meanwhile.
  const files = paths.map((path) => [path, readBytes(task.folder, path)] as const)
  const key = bucketKey(files, task.maker)
  if (key !== undefined && hasBucket(task.cache, key)) return { key }
  // Loading the parser takes longer than reading many buckets that are kept.
  const { entryFrom } = await import('./read-entry.ts')
  const entries = files.map(([path, read]): PlainResult | undefined => {
    const result = entryFrom(path, read, task.dialect)
    return result && toPlain(result)
  })
  const results = serialize(entries)
  return key !== undefined && keepBucket(task.cache, key, results) ? { key } : { results }
}
