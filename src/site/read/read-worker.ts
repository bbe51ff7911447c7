/** What a thread of `read-entries.ts` runs: a bucket of files, parsed now or kept from an earlier run. */
import { serialize } from 'node:v8'
import { readBytes } from './content-folder.ts'
import { bucketKey, parsedStore } from '../cache/parsed.ts'
import { toPlainResult, type PlainResult } from './serialize-result.ts'
import type { ReadOptions } from './read-entry.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'

export interface BucketOptions extends ReadOptions {
  /** Digest of what the results are made by, besides the files. */
  readonly fingerprint: string
}

export interface BucketResult {
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
  shared: BucketOptions
}): Promise<BucketResult[]> {
  return Promise.all(chunk.map((paths) => readBucket(paths, shared)))
}

async function readBucket(paths: readonly FilePath[], options: BucketOptions): Promise<BucketResult> {
  // The same bytes are looked up and parsed, whatever becomes of the files meanwhile.
  const files = paths.map((path) => [path, readBytes(options.folder, path)] as const)
  const key = bucketKey(
    files.map(([path, { bytes }]) => [path, bytes]),
    options.fingerprint,
  )
  const store = parsedStore(options.folder)
  const cached = key === undefined ? undefined : store.read(key)
  if (cached !== undefined) return { key, results: cached }
  // Loading the parser takes longer than reading many buckets that are kept.
  const { parseFile } = await import('./read-entry.ts')
  const entries = files.map(([path, read]): PlainResult | undefined => {
    const result = parseFile(path, read, options.dialect)
    return result && toPlainResult(result)
  })
  const results = serialize(entries)
  if (key !== undefined) store.write(key, results)
  return { key, results: new Uint8Array(results) }
}
