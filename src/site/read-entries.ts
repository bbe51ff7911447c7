/** Reads many files at once: nothing in one depends on another before they are linked. */
import type { Dialect, FilePath } from '../corpus/model.ts'
import type { ParseResult } from '../corpus/parse.ts'
import { fromPlain, type PlainResult } from './plain-result.ts'
import { readEntry } from './read-entry.ts'
import { inThreads, isWorthThreads } from './threads.ts'

/** What all files have in common. */
export interface Reading {
  readonly folder: string
  readonly dialect: Dialect
}

/** In the order of the paths; those that are gone are left out. */
export async function readEntries(paths: readonly FilePath[], reading: Reading): Promise<Map<FilePath, ParseResult>> {
  const results = isWorthThreads(paths)
    ? (await inThreads<PlainResult | undefined>('Reading files:', WORKER, paths, reading)).map(
        (each) => each && fromPlain(each),
      )
    : paths.map((path) => readEntry(path, reading))
  return new Map(results.flatMap((result, index) => (result === undefined ? [] : [[paths[index]!, result] as const])))
}

const WORKER = new URL('./read-worker.ts', import.meta.url)
