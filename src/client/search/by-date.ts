/** Results in the order of their dates. */
import type { Filters, Pagefind, RawResult } from './pagefind.ts'

/** Results that are put in that order; others follow by rank. */
const MAX_DATED = 100

/**
 * The engine can sort, but keeps the order of all records in what every first search fetches; and it would not sort the parts of an index
 * as one. The dates are a filter, which is fetched when it is asked for.
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

export function excludeResults(results: readonly RawResult[], others: readonly RawResult[]): RawResult[] {
  const ids = new Set(others.map(({ id }) => id))
  return results.filter(({ id }) => !ids.has(id))
}
