/** This file makes the suggestions "Did you mean …?" of problems. */
import { closest, distance } from 'fastest-levenshtein'

/**
 * Gives the candidate that a word was most likely meant to be. It is undefined where none is near enough.
 *
 * @param slips The largest Levenshtein distance that counts as near.
 *
 * @example
 * nearest('shape-of-origin', ['shape-or-origin', 'how-few']) // 'shape-or-origin'
 * nearest('nwe', ['new', 'init']) // 'new'
 * nearest('memory', ['shape-or-origin', 'how-few']) // undefined
 */
export function nearest(word: string, candidates: readonly string[], slips = tolerance(word)): string | undefined {
  if (candidates.length === 0) return undefined
  const lower = word.toLowerCase()
  // A candidate whose length is too far off cannot be near. Comparing lengths is a thousand times cheaper than
  // comparing words.
  const near = candidates
    .map((candidate) => candidate.toLowerCase())
    .filter((each) => Math.abs(each.length - lower.length) <= slips)
  if (near.length === 0) return undefined
  const best = near.find((each) => isSwapped(lower, each)) ?? closest(lower, near)
  const found = candidates.find((candidate) => candidate.toLowerCase() === best)
  return found !== undefined && (isSwapped(lower, best) || distance(lower, best) <= slips) ? found : undefined
}

/** Tells whether two neighbouring letters changed places, which is one slip and has a Levenshtein distance of two. */
function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length || word === other) return false
  let at = 0
  while (word[at] === other[at]) at++
  return word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2)
}

/**
 * Gives the largest distance that counts as a slip. Two letters that changed places have a distance of two, so even a
 * short word allows two. A word of three or two letters allows one, besides letters that changed places. A single letter allows none, because every
 * other letter would be near.
 */
const tolerance = (word: string): number =>
  word.length < 4 ? Math.min(1, word.length - 1) : Math.max(2, Math.floor(word.length / 3))

/**
 * Makes the sentence that suggests a name, with a space before it. It is empty where there is no suggestion.
 *
 * @example
 * didYouMean('how-few') // ' Did you mean "how-few"?'
 * didYouMean(undefined) // ''
 */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`
}

/**
 * Finds the suggestion in a message, and what it stands for: the words in quotes before it.
 *
 * @example
 * suggestionIn('Nothing is called "how-fwe". Did you mean "how-few"?')
 * // { written: 'how-fwe', suggestion: 'how-few' }
 */
export function suggestionIn(message: string): { readonly written: string; readonly suggestion: string } | undefined {
  const [, before = '', suggestion] = /^(.*) Did you mean "(.+?)"\?/s.exec(message) ?? []
  const written = /"([^"]+)"[^"]*$/.exec(before)?.[1]
  return suggestion === undefined || written === undefined ? undefined : { written, suggestion }
}
