/**
 * This file cuts the search index into shards, each of which holds some of the entries. The browser searches them as
 * one index.
 */
import { compareText } from '../compare.ts'
import { fnv1a } from '../names/fnv1a.ts'

/**
 * This is the number of entries in a shard on average. The indexer needs about 200 kB of memory for each entry, and
 * when an entry changes its whole shard is made anew. Every query, on the other hand, fetches a little from each shard.
 */
const SHARD_SIZE = 3000
/** There are never more shards than this. */
const MAX_SHARDS = 8

/**
 * Gives the number of shards for a number of entries.
 *
 * @example
 * shardCount(100) // 1
 * shardCount(10_000) // 4
 */
export const shardCount = (entries: number): number =>
  Math.min(MAX_SHARDS, Math.max(1, Math.ceil(entries / SHARD_SIZE)))

/** A `Manifest` is a file that tells the pages what they have to know before they search. */
export interface Manifest {
  /** This is the number of shards. */
  readonly parts: number
  /** These are the function words of the site's language, in lower case. A query is not searched for them. */
  readonly functionWords?: readonly string[]
  /**
   * These are the words that many entries have, the commonest first. Of a long query the others are searched for. A
   * small site has none.
   */
  readonly commonWords?: readonly string[]
  /** These are questions of the site, as examples of what can be searched for. */
  readonly examples?: readonly string[]
  /** In dev, this text tells the reader about the state of the index. */
  readonly note?: string
}

/**
 * Deals things out to shards by their addresses alone, so that each stays in its shard when others come and go.
 *
 * @returns As many lists as there are shards. Each list is in the order of the addresses.
 */
export function inShards<T extends { readonly url: string }>(things: readonly T[]): T[][] {
  const count = shardCount(things.length)
  const shards = Array.from({ length: count }, (): T[] => [])
  for (const thing of [...things].sort((a, b) => compareText(orderOf(a), orderOf(b))))
    shards[partOf(thing.url, count)]!.push(thing)
  return shards
}

/** Gives the part, from 0, to which an address is dealt where there are so many parts. */
export const partOf = (url: string, count: number): number => fnv1a(url) % count

/**
 * Gives the text by which addresses are ordered: segment by segment, as one would read a folder. What is in a folder
 * `a` comes before a folder `a-b`.
 */
const orderOf = ({ url }: { readonly url: string }): string => url.replaceAll('/', '\0')
