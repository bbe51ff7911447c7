/** Words that may have been meant; loaded when a word occurs nowhere. Pure. */
import { distance } from 'fastest-levenshtein'
import { foldText } from './unmatched-words.ts'

/** @returns The word of the vocabulary that takes the fewest slips; undefined when it takes too many. */
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
