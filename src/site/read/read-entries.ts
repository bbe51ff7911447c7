import { deserialize } from 'node:v8'
import type { ParseResult } from '../../corpus/parse.ts'
import { codeDigest } from '../cache/code-digest.ts'
import { digest } from '../cache/digest.ts'
import { ROOT } from '../cache/folders.ts'
import { inBuckets, parsedStore } from '../cache/parsed.ts'
import { fromPlainResult, type PlainResult } from './serialize-result.ts'
import { readEntry, type ReadOptions } from './read-entry.ts'
import type { BucketResult, BucketOptions } from './read-worker.ts'
import { inThreads, isWorthThreads } from '../worker-pool.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'

/**
 * Reads and parses files. Many files are read in several threads, which is possible because no file depends on another
 * before they are linked. The results of the threads are cached from run to run.
 *
 * @returns The results in the order of the paths. Files that do not exist are left out.
 */
export async function readEntries(
  paths: readonly FilePath[],
  options: ReadOptions,
): Promise<Map<FilePath, ParseResult>> {
  const read = isWorthThreads(paths)
    ? await readInThreads(paths, options)
    : new Map(paths.map((path) => [path, readEntry(path, options)]))
  return new Map(
    paths.flatMap((path) => {
      const result = read.get(path)
      return result === undefined ? [] : [[path, result] as const]
    }),
  )
}

const WORKER = new URL('./read-worker.ts', import.meta.url)

async function readInThreads(
  paths: readonly FilePath[],
  options: ReadOptions,
): Promise<Map<FilePath, ParseResult | undefined>> {
  const buckets = inBuckets(paths)
  const task: BucketOptions = { ...options, fingerprint: digest([codeDigest(ROOT), options.dialect]) }
  const done = await inThreads<BucketResult>('Reading files:', WORKER, buckets, task)
  parsedStore(options.folder).keepOnly(new Set(done.flatMap(({ key }) => key ?? [])))
  return new Map(
    done.flatMap(({ results }, index) => {
      const plain = deserialize(results) as (PlainResult | undefined)[]
      return buckets[index]!.map((path, at) => [path, plain[at] && fromPlainResult(plain[at])] as const)
    }),
  )
}
