import { lineStarts } from '../line-index.ts'
import type { Point } from '../vocabulary.ts'

/** A `PointOf` gives the line and the column of an offset in a text. */
export type PointOf = (offset: number) => Point

/**
 * Makes a function that gives the points of offsets in a text, in any order.
 *
 * @example
 * pointsIn('ab\ncd')(4) // { line: 2, column: 2 }
 */
export function pointsIn(text: string): PointOf {
  const starts = lineStarts(text)
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}
