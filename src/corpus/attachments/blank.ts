/** Overwrites parts of a file with zeros, so that everything else stays where it is. */
import { copyOf } from './bytes.ts'

/** A part of a file, from an offset up to another one. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Returns a copy of a file in which some parts are zeros. It is undefined where a part lies outside of the file, or
 * overlaps one that is kept: such a file is not what it seems, and its picture would be lost.
 */
export function blanked(bytes: Uint8Array, removed: readonly Range[], kept: readonly Range[]): Uint8Array | undefined {
  const isOutside = ({ start, end }: Range) => start < 0 || end < start || end > bytes.length
  if (removed.some(isOutside) || overlaps(removed, kept)) return undefined
  const result = copyOf(bytes)
  for (const { start, end } of removed) result.fill(0, start, end)
  return result
}

function overlaps(removed: readonly Range[], kept: readonly Range[]): boolean {
  const sorted = [
    ...removed.map((range) => ({ ...range, isKept: false })),
    ...kept.map((range) => ({ ...range, isKept: true })),
  ]
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
  let endOfRemoved = 0
  let endOfKept = 0
  for (const { start, end, isKept } of sorted) {
    if (start < (isKept ? endOfRemoved : endOfKept)) return true
    if (isKept) endOfKept = Math.max(endOfKept, end)
    else endOfRemoved = Math.max(endOfRemoved, end)
  }
  return false
}
