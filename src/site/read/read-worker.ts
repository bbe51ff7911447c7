/**
 * Reads buckets of files in a worker thread that `read-entries.ts` starts. A bucket is parsed now, or comes from the
 * cache.
 */
import { serialize } from 'node:v8'
import { readBytes } from './content-folder.ts'
import { bucketKey, parsedStore } from '../cache/parsed.ts'
import { toPlainResult, type PlainResult } from './serialize-result.ts'
import type { ReadOptions } from './read-entry.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'

/** The options that are the same for all buckets. */
export interface BucketOptions extends ReadOptions {
  /** The digest of everything besides the files that the results depend on. */
  readonly fingerprint: string
}

/** The results of one bucket. */
export interface BucketResult {
  /** The name of the bucket in the cache. Undefined where it is not cached. */
  readonly key: string | undefined
  /**
   * The `PlainResult` of each file in the order of the paths, or undefined for a missing file, serialised by `node:v8`.
   */
  readonly results: Uint8Array
}

/** Reads the buckets of a chunk. Resolves to their results, in the order of the buckets. */
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
  // The files are read once. So the bytes that are parsed are those of the key, even if a file changes meanwhile.
  const files = paths.map((path) => [path, readBytes(options.folder, path)] as const)
  const key = bucketKey(
    files.map(([path, { bytes }]) => [path, bytes]),
    options.fingerprint,
  )
  const store = parsedStore(options.folder)
  const cached = key === undefined ? undefined : store.read(key)
  if (cached !== undefined) return { key, results: cached }
  // The parser is loaded only when it is needed, because loading it takes longer than reading many cached buckets.
  const { parseFile } = await import('./read-entry.ts')
  const entries = files.map(([path, read]): PlainResult | undefined => {
    const result = parseFile(path, read, options.dialect)
    return result && toPlainResult(result)
  })
  const results = serialize(entries)
  if (key !== undefined) store.write(key, results)
  return { key, results: new Uint8Array(results) }
}
