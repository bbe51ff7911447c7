/**
 * This file finds the words that may have been meant. It is loaded when a word of a query occurs nowhere. It is pure.
 */
import { distance } from 'fastest-levenshtein'
import { foldWord } from './unmatched-words.ts'

/**
 * Returns the word of the vocabulary with the fewest slips of the pen, or undefined when there are too many: more than 1
 * in words of up to 6 letters, 2 in words of up to 9, and 3 in longer ones. Two letters that changed places are one slip.
 *
 * @example
 * nearest('rewrad', ['reward', 'word']) // 'reward'
 * nearest('forgot', ['format']) // undefined
 */
export function nearest(word: string, vocabulary: readonly string[]): string | undefined {
  const typed = foldWord(word).replace(/\p{Punctuation}/gu, '')
  const most = typed.length < 7 ? 1 : typed.length < 10 ? 2 : 3
  let [best, fewest] = [undefined as string | undefined, most + 1]
  for (const each of vocabulary) {
    if (Math.abs(each.length - typed.length) >= fewest) continue
    const slips = slipsBetween(typed, foldWord(each))
    if (slips < fewest) [best, fewest] = [each, slips]
  }
  return best
}

/** Counts slips. The first two letters that changed places are put back, because `distance` counts them as two. */
function slipsBetween(typed: string, meant: string): number {
  const slips = distance(typed, meant)
  if (slips < 2) return slips
  let at = 0
  while (typed[at] === meant[at]) at++
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2)
  return Math.min(slips, 1 + distance(swapped, meant))
}
