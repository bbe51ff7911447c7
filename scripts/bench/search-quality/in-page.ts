/** This file runs in the browser on a page of the site. It uses the very code that searches there. */
import { Engine } from '../../../src/client/search/engine.ts'
import { find, loadHits } from '../../../src/client/search/find.ts'
import { groupHits } from '../../../src/client/search/group.ts'
import type { Pagefind, Ranking } from '../../../src/client/search/pagefind.ts'

/** A `Ranked` is the answer to one query. */
export interface Ranked {
  /** These are the addresses of the results by rank. */
  readonly engine: readonly string[]
  /**
   * These are the addresses in the order in which they are shown, grouped by inquiry. An inquiry that does not match
   * itself is a heading and is left out.
   */
  readonly shown: readonly string[]
}

/**
 * This is the number of results that are looked at. It is more than count, because those that are no entries, such as
 * the pages of works and of topics, are left out of every contestant's.
 */
const LOOKED_AT = 30
/** This is the number of results that are grouped as they are shown. */
const SHOWN = 10

/** Runs queries by the search of the site. */
export async function rankByOurs(queries: readonly string[], ranking?: Ranking): Promise<Ranked[]> {
  const engine = await Engine.open('/', document.documentElement.lang, ranking)
  const all: Ranked[] = []
  for (const q of queries) {
    const { hits: first, results, corrected } = await find(engine, { q, filters: {}, sort: 'relevance' })
    const hits = [...first, ...(await loadHits(engine, results.slice(first.length, LOOKED_AT), q))]
    const groups = groupHits(hits.slice(0, SHOWN), corrected ?? q)
    const shown = groups.flatMap(({ head, members }) => [
      ...(head?.hit ? [head.url] : []),
      ...members.map(({ hit }) => hit.url),
    ])
    all.push({ engine: hits.map(({ url }) => url), shown: [...new Set(shown)] })
  }
  return all
}

/**
 * Runs queries by Pagefind without any setting.
 *
 * @param bundle The address of the module of an index.
 */
export async function rankByDefaults(queries: readonly string[], bundle: string): Promise<string[][]> {
  const pagefind = (await import(/* @vite-ignore */ bundle)) as Pagefind
  await pagefind.init()
  const all: string[][] = []
  for (const query of queries) {
    const { results } = await pagefind.search(query, {})
    all.push(await Promise.all(results.slice(0, LOOKED_AT).map(async (result) => (await result.data()).url)))
  }
  return all
}
