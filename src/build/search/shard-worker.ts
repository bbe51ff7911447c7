/** Builds the index of one shard, in the worker thread that `build-index.ts` starts. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { isUpToDate, type WrittenFile } from '../../site/cache/build-manifest.ts'
import { writePages } from './write-pages.ts'
import { unpackPages, type IndexPage, type PackedPages } from './transferable-pages.ts'
import { PAGEFIND_OPTIONS, runPagefind } from './run-pagefind.ts'

/** What the worker needs to build one shard. All paths are absolute. */
export interface ShardTask {
  /** The pages of the shard. Their memory is transferred to the worker. */
  readonly pages: PackedPages
  /** The digest of everything besides the pages that the shard depends on. */
  readonly fingerprint: string
  /** The entry file of this shard as the last build wrote it. Undefined where that build had no such shard. */
  readonly last: WrittenFile | undefined
  /** The path of that entry file in the site. */
  readonly entryFile: string
  /**
   * The folder in memory for the pages, which does not exist yet. Undefined where there is no file system in memory.
   */
  readonly pagesFolder: string | undefined
  /** The folder for the finished index, which does not exist yet. */
  readonly indexFolder: string
}

/** What the worker did for one shard. */
export interface ShardResult {
  /** The digest of everything that the shard depends on. */
  readonly digest: string
  /** Says that the shard in the site is up to date, so that no index was built. */
  readonly isUnchanged: boolean
}

/**
 * Builds the index of a shard in `indexFolder`, unless the shard in the site is up to date. Rejects when Pagefind
 * reports an error.
 */
export default async function buildShard(task: ShardTask): Promise<ShardResult> {
  const { pagesFolder, indexFolder } = task
  const pages = unpackPages(task.pages)
  const digest = digestOf(pages, task.fingerprint)
  if (task.last !== undefined && isUpToDate(task.entryFile, digest, task.last)) return { digest, isUnchanged: true }
  const filledFolder = pagesFolder !== undefined && writePages(pages, pagesFolder) ? pagesFolder : undefined
  // Pages that were written only in part are of no use, and take memory.
  if (filledFolder === undefined) removeFolder(pagesFolder)
  indexing = indexing.then(() => runPagefind(pages, filledFolder, indexFolder))
  await indexing
  removeFolder(pagesFolder)
  return { digest, isUnchanged: false }
}

function removeFolder(folder: string | undefined): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}

/**
 * Settles when the shards before are indexed. Pagefind indexes one shard after the other, because each takes much
 * memory.
 */
let indexing: Promise<unknown> = Promise.resolve()

function digestOf(pages: readonly IndexPage[], fingerprint: string): string {
  const hash = createHash('sha256').update(JSON.stringify([fingerprint, PAGEFIND_OPTIONS]))
  // Neither an address nor HTML contains a NUL, so it can separate them.
  for (const { url, html } of pages) hash.update(`\0${url}\0`).update(html)
  return hash.digest('base64url')
}
