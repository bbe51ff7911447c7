/** This file sorts results by their dates. */
import type { Filters, Pagefind, RawResult } from './pagefind.ts'

/** This is the number of results that are sorted by date. The others follow by rank. */
const MAX_DATED = 100

/**
 * Sorts results by date, the newest first. The engine can sort by itself, but then every first search fetches the
 * order of all records, and the shards of the index are not sorted as one. So the dates are a filter, which is
 * fetched only for this.
 *
 * @param results All that the term and the filters find.
 */
export async function sortNewestFirst(
  pagefind: Pagefind,
  results: readonly RawResult[],
  term: string | null,
  filters: Filters,
): Promise<RawResult[]> {
  await pagefind.preload(null, { filters: { date: '' } })
  const { date: counts = {} } = (await pagefind.search(term, { filters })).filters
  const wanted = new Map(results.map((result) => [result.id, result]))
  const dates = Object.keys(counts).filter((date) => counts[date] !== 0)
  const newest: RawResult[] = []
  for (const date of dates.sort().reverse()) {
    if (newest.length >= MAX_DATED) break
    const { results: of } = await pagefind.search(term, { filters: { ...filters, date } })
    newest.push(...of.flatMap(({ id }) => wanted.get(id) ?? []))
  }
  return [...newest, ...excludeResults(results, newest)]
}

/** Returns the results that are not among the others, in their order. */
export function excludeResults(results: readonly RawResult[], others: readonly RawResult[]): RawResult[] {
  const ids = new Set(others.map(({ id }) => id))
  return results.filter(({ id }) => !ids.has(id))
}
