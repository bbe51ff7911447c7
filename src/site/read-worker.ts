/** What a thread of `read-entries.ts` runs: a bucket of files, parsed now or kept from an earlier run. */
import { serialize } from 'node:v8'
import type { FilePath } from '../corpus/model.ts'
import { bucketKey, keepBucket, loadBucket } from './parse-cache.ts'
import { toPlain, type PlainResult } from './plain-result.ts'
import type { Reading } from './read-entries.ts'
import { readEntry } from './read-entry.ts'

export interface ReadTask extends Reading {
  readonly cache: string
  /** Digest of what the results are made by, besides the files. */
  readonly maker: string
}

export interface ReadBucket {
  /** Undefined where the bucket is not kept. */
  readonly key: string | undefined
  /** Of each file, serialised. */
  readonly results: Uint8Array
}

export default function readBuckets({
  chunk,
  shared,
}: {
  chunk: readonly FilePath[][]
  shared: ReadTask
}): ReadBucket[] {
  return chunk.map((paths) => readBucket(paths, shared))
}

function readBucket(paths: readonly FilePath[], task: ReadTask): ReadBucket {
  const key = bucketKey(paths, task.folder, task.maker)
  const kept = key === undefined ? undefined : loadBucket(task.cache, key)
  if (kept !== undefined) return { key, results: kept }
  const results = serialize(paths.map((path) => plainEntry(path, task)))
  // A file that changed while it was read must not be known by what it held before.
  if (key !== undefined && bucketKey(paths, task.folder, task.maker) === key) keepBucket(task.cache, key, results)
  return { key, results: new Uint8Array(results) }
}

function plainEntry(path: FilePath, reading: Reading): PlainResult | undefined {
  const result = readEntry(path, reading)
  return result && toPlain(result)
}
