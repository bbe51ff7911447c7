/** The search index is made in parts, each of its own entries; the browser searches them as one. */
import { compareText } from '../compare.ts'

/**
 * Entries to a part, on average. The indexer needs some 200 kB of memory for each, and a change of one entry makes its part anew; but
 * every query fetches a little from each part.
 */
const SHARD_SIZE = 3000
const MOST_SHARDS = 8

export const shardCount = (entries: number): number =>
  Math.min(MOST_SHARDS, Math.max(1, Math.ceil(entries / SHARD_SIZE)))

/** What the pages want to know before they search: a file beside the parts. */
export interface Manifest {
  readonly parts: number
  /** In dev: what is to be said of the index. */
  readonly note?: string
}

/**
 * Deals things out to parts by their addresses alone, so that one stays in its part whatever becomes of the others.
 *
 * @returns As many lists as there are parts, each in the order of the addresses.
 */
export function inShards<T extends { readonly url: string }>(things: readonly T[]): T[][] {
  const count = shardCount(things.length)
  const shards = Array.from({ length: count }, (): T[] => [])
  for (const thing of [...things].sort((a, b) => compareText(orderOf(a), orderOf(b))))
    shards[fnv1a(thing.url) % count]!.push(thing)
  return shards
}

/** Segment by segment, as a folder of them would be read: what is in a folder comes before what has a longer name than the folder. */
const orderOf = ({ url }: { readonly url: string }): string => url.replaceAll('/', '\0')

/** The 32-bit FNV-1a hash (Fowler, Noll, Vo) of the code units of a text. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
