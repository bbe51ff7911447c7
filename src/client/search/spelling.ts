/**
 * This file finds the words that may have been meant. It is loaded when a word of a query occurs nowhere. It is pure.
 */
import { distance } from 'fastest-levenshtein'
import { foldText } from './unmatched-words.ts'

/**
 * Returns the word of the vocabulary at the least edit distance, or undefined when that is too great: more than 1 for
 * words of up to 4 letters, 2 for words of up to 8, and 3 for longer ones.
 *
 * @example nearest('rewrad', ['reward', 'word']) // 'reward'
 */
export function nearest(word: string, vocabulary: readonly string[]): string | undefined {
  const maxEdits = word.length < 5 ? 1 : word.length < 9 ? 2 : 3
  let [best, fewest] = [undefined as string | undefined, maxEdits + 1]
  for (const each of vocabulary) {
    if (Math.abs(each.length - word.length) >= fewest) continue
    const edits = distance(foldText(word), foldText(each))
    if (edits < fewest) [best, fewest] = [each, edits]
  }
  return best
}
