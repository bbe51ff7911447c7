/** How good a ranking is. */
const CUTOFF = 10

/** Of the pages that answer a query, the share among the first ten. */
export function recall(ranked: readonly string[], relevant: readonly string[]): number {
  const found = ranked.slice(0, CUTOFF).filter((url) => relevant.includes(url))
  return found.length / Math.min(CUTOFF, relevant.length)
}

/** One over the place of the first page that answers it; nothing when it is not among the first ten. */
export function reciprocalRank(ranked: readonly string[], relevant: readonly string[]): number {
  const at = ranked.slice(0, CUTOFF).findIndex((url) => relevant.includes(url))
  return at < 0 ? 0 : 1 / (at + 1)
}

export const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
