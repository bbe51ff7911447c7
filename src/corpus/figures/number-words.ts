/** This file reads numbers that are written in English words. */
import { canonicalNumber } from './numerals.ts'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'

/** These words add to a number. */
const ADDED = new Map<string, number>([
  ...ONES.split(' ').map((word, index) => [word, index] as const),
  ...TENS.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
  ['half', 0.5],
])
/** These words multiply what comes before them. */
const MULTIPLIED = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
])
const LARGE = [...MULTIPLIED.keys()].join('|')
const WORD = String.raw`${[...ADDED.keys()].join('|')}|${LARGE}|an?(?=[\s-]+(?:half|${LARGE}))`
const NUMBER = new RegExp(String.raw`\b(?:${WORD})(?:(?:\s+and\s+|[\s-]+)(?:${WORD}))*\b`, 'gi')

/**
 * Gives the values of the numbers that a text writes in English words. The value of each single word is given too,
 * because `sixty-five` may as well be meant as 60 and 5.
 *
 * @example
 * numbersInWords('eight hundred') // ['800', '8', '100']
 */
export const numbersInWords = (text: string): string[] =>
  [...text.matchAll(NUMBER)].flatMap(([written]) => {
    const words = written.toLowerCase().split(/[\s-]+/)
    return [valueOf(words), ...words.flatMap((word) => ADDED.get(word) ?? MULTIPLIED.get(word) ?? [])].map(
      canonicalNumber,
    )
  })

/**
 * Gives the value of a number in words. `hundred` multiplies what comes right before it. `thousand`, `million` and
 * `billion` multiply everything since the last of them.
 */
function valueOf(words: readonly string[]): number {
  let [sum, group] = [0, 0]
  for (const word of words) {
    const factor = MULTIPLIED.get(word)
    if (factor === undefined) group += ADDED.get(word) ?? 0
    else if (factor < 1000) group = (group || 1) * factor
    else {
      sum += (group || 1) * factor
      group = 0
    }
  }
  return sum + group
}
