/** This is the number of entries of a long list that are in view before the others are folded. */
export const MAX_IN_VIEW = 25

/**
 * Says how many of each group are in view. The groups take turns, so that a large one does not hide the others.
 *
 * @param sizes The sizes of the groups.
 * @example sharesInView([40, 3, 9], 25) // [13, 3, 9]
 */
export function sharesInView(sizes: readonly number[], most = MAX_IN_VIEW): number[] {
  const shares = sizes.map(() => 0)
  for (
    let left = Math.min(
      most,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    left > 0;
  )
    for (const [group, size] of sizes.entries())
      if (left > 0 && shares[group]! < size) {
        shares[group]!++
        left--
      }
  return shares
}
