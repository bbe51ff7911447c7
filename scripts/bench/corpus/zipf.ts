/** How often things are drawn where a few are common and most are rare. */
import type { Random } from './random.ts'

/** Mandelbrot's two constants: how far the head is flattened, and how steeply frequency falls; chosen near those of English text. */
const SHIFT = 1.5
const EXPONENT = 1.05

/**
 * Draws ranks from 0 up to `count`; rank r comes up in proportion to 1 / (r + 2.5)^1.05, the law of Zipf and Mandelbrot. A search
 * index of words drawn so has the size of a real one; with words drawn evenly it would not.
 */
export function zipfSampler(count: number): (random: Random) => number {
  const sums = new Float64Array(count)
  let total = 0
  for (let rank = 0; rank < count; rank++) sums[rank] = total += (rank + 1 + SHIFT) ** -EXPONENT
  return ({ next }) => firstAbove(sums, next() * total)
}

function firstAbove(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
