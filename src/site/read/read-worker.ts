/** What a thread of `read-entries.ts` runs: a bucket of files, parsed now or kept from an earlier run. */
import { serialize } from 'node:v8'
import { readBytes } from './content-folder.ts'
import { bucketKey, parsedStore } from '../cache/parsed.ts'
import { toPlain, type PlainResult } from './serialize-result.ts'
import type { Reading } from './read-entry.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'

export interface ReadTask extends Reading {
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
}): Promise<ReadBucket[]> {
  return Promise.all(chunk.map((paths) => readBucket(paths, shared)))
}

async function readBucket(paths: readonly FilePath[], task: ReadTask): Promise<ReadBucket> {
  // The same bytes are looked up and parsed, whatever becomes of the files meanwhile.
  const files = paths.map((path) => [path, readBytes(task.folder, path)] as const)
  const key = bucketKey(
    files.map(([path, { bytes }]) => [path, bytes]),
    task.maker,
  )
  const store = parsedStore(task.folder)
  const kept = key === undefined ? undefined : store.read(key)
  if (kept !== undefined) return { key, results: kept }
  // Loading the parser takes longer than reading many buckets that are kept.
  const { entryFrom } = await import('./read-entry.ts')
  const entries = files.map(([path, read]): PlainResult | undefined => {
    const result = entryFrom(path, read, task.dialect)
    return result && toPlain(result)
  })
  const results = serialize(entries)
  if (key !== undefined) store.write(key, results)
  return { key, results: new Uint8Array(results) }
}
