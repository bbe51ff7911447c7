/** This file picks things of which a few are common and most are rare. */
import type { Random } from './random.ts'

/**
 * These are the two constants of Mandelbrot: how far the head of the distribution is flattened, and how steeply
 * frequency falls. They are near those of English text.
 */
const SHIFT = 1.5
const EXPONENT = 1.05

/**
 * Creates a function that picks ranks from 0 up to, but not including, `count`. Rank r comes up in proportion to 1 /
 * (r + 2.5)^1.05, which is the law of Zipf and Mandelbrot. A search index of words that are picked so has the size of
 * a real one; with words picked evenly it would not.
 */
export function zipfSampler(count: number): (random: Random) => number {
  const sums = new Float64Array(count)
  let total = 0
  for (let rank = 0; rank < count; rank++) sums[rank] = total += (rank + 1 + SHIFT) ** -EXPONENT
  return ({ next }) => firstAbove(sums, next() * total)
}

/** Returns the index of the first number above a value, in a list of rising numbers. */
function firstAbove(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
