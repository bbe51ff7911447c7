/** This file measures how good a ranking is. */
/** This is the number of results that count. */
const CUTOFF = 10

/** Returns the share of the pages that answer a query among the first ten results. */
export function recall(ranked: readonly string[], relevant: readonly string[]): number {
  const found = ranked.slice(0, CUTOFF).filter((url) => relevant.includes(url))
  return found.length / Math.min(CUTOFF, relevant.length)
}

/** Returns one divided by the rank of the first result that answers the query, or 0 when none of the first ten does. */
export function reciprocalRank(ranked: readonly string[], relevant: readonly string[]): number {
  const at = ranked.slice(0, CUTOFF).findIndex((url) => relevant.includes(url))
  return at < 0 ? 0 : 1 / (at + 1)
}

/** Returns the mean of some numbers, or 0 when there are none. */
export const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
