/**
 * What came of parsing, kept from run to run. Files are parsed in buckets. A bucket is kept under the digest of everything it was made
 * from (the files' paths and bytes, the dialect, the code), so that it cannot be stale: what is different has another name.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FilePath } from '../../corpus/vocabulary.ts'
import { contentCache } from './folders.ts'
import { ByteStore } from './byte-store.ts'

/** The store of the buckets of a content folder. */
export const parsedStore = (content: string): ByteStore => new ByteStore(join(contentCache(content), 'parsed'))

/**
 * The name of a bucket.
 *
 * @param files The bucket's files with their bytes, which are undefined for a file that was not read.
 * @param fingerprint A digest of what else the results are made from.
 * @returns Undefined where a file was not read, because then something else has to be said of it in every run.
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

/** The number of files in a bucket, on average. */
const BUCKET_SIZE = 100

/** Deals files out by their paths alone, so that one that comes or goes leaves the other buckets as they are. */
export function inBuckets(paths: readonly FilePath[]): FilePath[][] {
  const count = 2 ** Math.max(0, Math.round(Math.log2(paths.length / BUCKET_SIZE)))
  const buckets = Array.from({ length: count }, (): FilePath[] => [])
  for (const path of paths) buckets[createHash('md5').update(path).digest().readUInt32LE() % count]!.push(path)
  return buckets.filter((bucket) => bucket.length > 0)
}
