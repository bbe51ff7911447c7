/** Runs in the browser, on a page of the site: the very code that searches there. */
import { Engine } from '../../../src/client/search/engine.ts'
import { find, loadHits } from '../../../src/client/search/find.ts'
import { groupHits } from '../../../src/client/search/group.ts'
import type { Pagefind, Ranking } from '../../../src/client/search/pagefind.ts'

export interface Ranked {
  /** Addresses by rank. */
  readonly engine: readonly string[]
  /** Addresses in the order in which they are shown, grouped by question. A question that does not match itself is a heading. */
  readonly shown: readonly string[]
}

export async function rankByOurs(queries: readonly string[], ranking?: Ranking): Promise<Ranked[]> {
  const engine = await Engine.open('/', document.documentElement.lang, ranking)
  const all: Ranked[] = []
  for (const q of queries) {
    const { hits: first, results, corrected } = await find(engine, { q, filters: {}, sort: 'relevance' })
    const hits = [...first, ...(await loadHits(results.slice(first.length, 10), q))]
    const groups = groupHits(hits, corrected ?? q)
    const shown = groups.flatMap(({ head, members }) => [
      ...(head?.hit ? [head.url] : []),
      ...members.map(({ hit }) => hit.url),
    ])
    all.push({ engine: hits.map(({ url }) => url), shown: [...new Set(shown)] })
  }
  return all
}

/** Pagefind as it is without any setting. @param bundle The module of an index. */
export async function rankByDefaults(queries: readonly string[], bundle: string): Promise<string[][]> {
  const pagefind = (await import(/* @vite-ignore */ bundle)) as Pagefind
  await pagefind.init()
  const all: string[][] = []
  for (const query of queries) {
    const { results } = await pagefind.search(query, {})
    all.push(await Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).url)))
  }
  return all
}
