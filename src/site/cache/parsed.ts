/**
 * Stores the results of parsing from run to run. Files are parsed in buckets, and the results of a bucket are stored
 * under the digest of everything they depend on: the paths and bytes of the files, the dialect and the code. So they
 * cannot be stale, because anything that differs leads to another name.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FilePath } from '../../corpus/vocabulary.ts'
import { contentCache } from './folders.ts'
import { ByteStore } from './byte-store.ts'

/** Returns the store for the buckets of a content folder. */
export const parsedStore = (content: string): ByteStore => new ByteStore(join(contentCache(content), 'parsed'))

/**
 * Returns the name of a bucket.
 *
 * @param files The files of the bucket with their bytes, which are undefined for a file that was not read.
 * @param fingerprint The digest of everything besides the files that the results depend on.
 * @returns Undefined where a file was not read. Such a bucket is not stored, because the reason may be another one in
 *   the next run.
 */
export function bucketKey(
  files: readonly (readonly [FilePath, Uint8Array | undefined])[],
  fingerprint: string,
): string | undefined {
  const hash = createHash('sha256').update(fingerprint)
  for (const [path, bytes] of files) {
    if (bytes === undefined) return undefined
    hash.update(`\0${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex').slice(0, 32)
}

/** The average number of files in a bucket. */
const BUCKET_SIZE = 100

/**
 * Distributes files over buckets by the hashes of their paths. When a file is added or removed, the other buckets stay
 * as they are, unless there are so many more or fewer files that the number of buckets changes. That number is a power
 * of two.
 *
 * @example inBuckets(['notes/a.md', 'notes/b.md']) // [['notes/a.md', 'notes/b.md']]
 */
export function inBuckets(paths: readonly FilePath[]): FilePath[][] {
  const count = 2 ** Math.max(0, Math.round(Math.log2(paths.length / BUCKET_SIZE)))
  const buckets = Array.from({ length: count }, (): FilePath[] => [])
  for (const path of paths) buckets[createHash('md5').update(path).digest().readUInt32LE() % count]!.push(path)
  return buckets.filter((bucket) => bucket.length > 0)
}
