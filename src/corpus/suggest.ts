import { closest, distance } from 'fastest-levenshtein'

/** The candidate that `word` was most likely meant to be, or undefined when none is near. */
export function nearest(word: string, candidates: readonly string[], slips = tolerance(word)): string | undefined {
  if (candidates.length === 0) return undefined
  const lower = word.toLowerCase()
  // One whose length is too far off cannot be near; comparing lengths is a thousand times cheaper than comparing words.
  const near = candidates
    .map((candidate) => candidate.toLowerCase())
    .filter((each) => Math.abs(each.length - lower.length) <= slips)
  if (near.length === 0) return undefined
  const best = closest(lower, near)
  const found = candidates.find((candidate) => candidate.toLowerCase() === best)
  return found !== undefined && distance(lower, best) <= slips ? found : undefined
}

/**
 * How far a slip may be off: two letters changed places count as two, so a short word allows that much. A single letter allows none,
 * or every other one would be near.
 */
const tolerance = (word: string): number =>
  word.length < 4 ? Math.min(1, word.length - 1) : Math.max(2, Math.floor(word.length / 3))

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`
}
