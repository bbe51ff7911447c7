/**
 * Reads buckets of files in a worker thread that `read-entries.ts` starts. A bucket is parsed now, or comes from the
 * cache.
 */
import { readBytes } from './content-folder.ts'
import { bucketKey, parsedStore } from '../cache/parsed.ts'
import { loadOwnDialect } from '../own-dialect.ts'
import { packResults, toPlainResult, type PlainResults } from './serialize-result.ts'
import type { ReadOptions } from './read-entry.ts'
import type { Settings } from '../../corpus/site-config.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'

/** The options that are the same for all buckets. */
export interface BucketOptions extends ReadOptions {
  /** Says which files are private. Their results are not stored. */
  readonly publish: Settings['publish']
  /** The digest of everything besides the files that the results depend on. Undefined where nothing is cached. */
  readonly fingerprint?: string
}

/** The results of one bucket. */
export interface BucketResult {
  /** The name of the bucket in the cache. Undefined where it is not cached. */
  readonly key: string | undefined
  /** The results of the bucket, packed. Where they come from the cache, private files lack. */
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
  const { fingerprint } = options
  const key =
    fingerprint === undefined
      ? undefined
      : bucketKey(
          files.map(([path, { bytes }]) => [path, bytes]),
          fingerprint,
        )
  const store = parsedStore(options.folder)
  const cached = key === undefined ? undefined : store.read(key)
  if (cached !== undefined) return { key, results: cached }
  // The parser is loaded only when it is needed, because loading it takes longer than reading many cached buckets.
  const { parseFile, isStorable } = await import('./read-entry.ts')
  await loadOwnDialect()
  const parsed = files.map(([path, read]) => parseFile(path, read, options.dialect))
  const results = parsed.map((result) => result && toPlainResult(result))
  const stored = parsed.map((result, index) =>
    result && !isStorable(result, options.publish) ? null : results[index],
  ) satisfies PlainResults
  if (key !== undefined) store.write(key, packResults(stored))
  return { key, results: packResults(results) }
}
