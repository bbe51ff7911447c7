/** What a thread of `index-records.ts` runs: the pages of a part become its index, unless that is there already. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { isUpToDate, type WrittenFile } from '../../site/cache/build-manifest.ts'
import { writePages } from './write-pages.ts'
import { unpack, type IndexPage, type PackedPages } from './transferable-pages.ts'
import { INDEXED_WITH, runPagefind } from './run-pagefind.ts'

export interface ShardTask {
  readonly packed: PackedPages
  /** Digest of what else the part is made by. */
  readonly maker: string
  /** What the part was that the site has, and the file by which it is known. */
  readonly last: WrittenFile | undefined
  readonly entry: string
  /** Where the pages can be laid out, if they can. */
  readonly memory: string | undefined
  /** The folder for the index. There is none yet. */
  readonly to: string
}

export interface ShardResult {
  /** Digest of all that the part is made from. */
  readonly from: string
  readonly isKept: boolean
}

export default async function makeShard({ packed, maker, last, entry, memory, to }: ShardTask): Promise<ShardResult> {
  const pages = unpack(packed)
  const from = digestOf(pages, maker)
  if (last !== undefined && isUpToDate(entry, from, last)) return { from, isKept: true }
  const inMemory = memory !== undefined && writePages(pages, memory) ? memory : undefined
  // What could only be laid out in part is in the way.
  if (inMemory === undefined) clear(memory)
  indexing = indexing.then(() => runPagefind(pages, inMemory, to))
  await indexing
  clear(memory)
  return { from, isKept: false }
}

function clear(folder: string | undefined): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}

/** One part after the other: each takes much memory. */
let indexing: Promise<unknown> = Promise.resolve()

function digestOf(pages: readonly IndexPage[], maker: string): string {
  const hash = createHash('sha256').update(JSON.stringify([maker, INDEXED_WITH]))
  // Neither an address nor HTML holds a NUL.
  for (const { url, html } of pages) hash.update(`\0${url}\0`).update(html)
  return hash.digest('base64url')
}
