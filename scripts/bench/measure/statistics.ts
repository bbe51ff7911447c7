/** This file reduces many measurements to one number. */

/**
 * Returns the median of some numbers.
 *
 * @throws {RangeError} When there are none.
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no median of nothing.')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Returns the median of the ratios round by round. What slows a whole round, such as another process on the machine,
 * slows both of a pair and cancels out; a ratio of medians would keep it.
 *
 * @throws {RangeError} When one side has more values than the other.
 */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) throw new RangeError('Pairs need as many values on one side as on the other.')
  return median(ours.map((value, round) => value / theirs[round]!))
}

/**
 * Returns the smallest of some numbers that at least a share of them do not exceed (the nearest-rank percentile).
 *
 * @param share A number above 0, and 1 at most.
 * @throws {RangeError} When there are no numbers.
 */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('There is no percentile of nothing.')
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1]!
}
