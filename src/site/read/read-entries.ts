import type { ParseResult } from '../../corpus/parse.ts'
import { codeDigest } from '../cache/code-digest.ts'
import { digest } from '../cache/digest.ts'
import { ROOT } from '../cache/folders.ts'
import { inBuckets, parsedStore } from '../cache/parsed.ts'
import { unpackResults } from './serialize-result.ts'
import { readEntry, type ReadOptions } from './read-entry.ts'
import type { BucketResult, BucketOptions } from './read-worker.ts'
import { inThreads, isWorthThreads } from '../worker-pool.ts'
import type { Settings } from '../../corpus/site-config.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'

/** The options of reading all files of a content folder. */
export interface ReadAllOptions extends ReadOptions {
  /** Says which files are private. What comes of those is not cached. */
  readonly publish: Settings['publish']
}

/**
 * Reads and parses files. Many files are read in several threads, which is possible because no file depends on another
 * before they are linked. The results of the threads are cached from run to run, except those of private files: a cache
 * may be kept where others can read it.
 *
 * @returns The results in the order of the paths. Files that do not exist are left out.
 */
export async function readEntries(
  paths: readonly FilePath[],
  options: ReadAllOptions,
): Promise<Map<FilePath, ParseResult>> {
  const isCached = isWorthThreads(paths)
  // Results from when the folder had more files may be of files that are private by now.
  if (!isCached) parsedStore(options.folder).keepOnly(new Set())
  const read = isCached ? await readCached(paths, options) : await readAnew(paths, options)
  return new Map(
    paths.flatMap((path) => {
      const result = read.get(path)
      return result ? [[path, result] as const] : []
    }),
  )
}

type Results = Map<FilePath, ParseResult | null | undefined>

/** Reads files with the cache. Those that it lacks because they are private are parsed in every run. */
async function readCached(paths: readonly FilePath[], options: ReadAllOptions): Promise<Results> {
  const { dialect, publish } = options
  const read = await readInThreads(paths, { ...options, fingerprint: digest([codeDigest(ROOT), dialect, publish]) })
  const missing = [...read].flatMap(([path, result]) => (result === null ? [path] : []))
  return new Map([...read, ...(await readAnew(missing, options))])
}

/** Reads files without the cache. */
async function readAnew(paths: readonly FilePath[], options: ReadAllOptions): Promise<Results> {
  if (isWorthThreads(paths)) return readInThreads(paths, options)
  return new Map(paths.map((path) => [path, readEntry(path, options)]))
}

const WORKER = new URL('./read-worker.ts', import.meta.url)

async function readInThreads(paths: readonly FilePath[], options: BucketOptions): Promise<Results> {
  const buckets = inBuckets(paths)
  const done = await inThreads('Reading files:', WORKER, buckets, options, ({ key, results }: BucketResult) => ({
    key,
    results: unpackResults(results),
  }))
  if (options.fingerprint !== undefined)
    parsedStore(options.folder).keepOnly(new Set(done.flatMap(({ key }) => key ?? [])))
  return new Map(done.flatMap(({ results }, index) => buckets[index]!.map((path, at) => [path, results[at]] as const)))
}
