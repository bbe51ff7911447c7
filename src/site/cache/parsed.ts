/**
 * What came of parsing, kept from run to run. A bucket of files is kept under the digest of everything it was made from (the files'
 * paths and bytes, the dialect, the code), so that it cannot be stale: what is different has another name.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadBytes } from '../read/content-folder.ts'
import { writeWhole } from './store.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'

/** Undefined where a file was not read, for then something else is to be said of it. */
export function bucketKey(files: readonly (readonly [FilePath, ReadBytes])[], maker: string): string | undefined {
  const hash = createHash('sha256').update(maker)
  for (const [path, { bytes }] of files) {
    if (bytes === undefined) return undefined
    hash.update(`\0${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex').slice(0, 32)
}

export function loadBucket(cache: string, key: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(join(cache, key)))
  } catch {
    return undefined
  }
}

/** Whole or not at all. What cannot be kept (another process may be clearing up) is parsed again next time. */
export function keepBucket(cache: string, key: string, bytes: Uint8Array): void {
  try {
    writeWhole(join(cache, key), bytes)
  } catch {
    return
  }
}

export function forgetOthers(cache: string, kept: ReadonlySet<string>): void {
  if (!existsSync(cache)) return
  for (const name of readdirSync(cache)) if (!kept.has(name)) rmSync(join(cache, name), { force: true })
}

/** In a bucket, on average. */
const BUCKET = 100

/** Deals files out by their paths alone, so that one that comes or goes leaves the other buckets as they are. */
export function inBuckets(paths: readonly FilePath[]): FilePath[][] {
  const count = 2 ** Math.max(0, Math.round(Math.log2(paths.length / BUCKET)))
  const buckets = Array.from({ length: count }, (): FilePath[] => [])
  for (const path of paths) buckets[createHash('md5').update(path).digest().readUInt32LE() % count]!.push(path)
  return buckets.filter((bucket) => bucket.length > 0)
}
