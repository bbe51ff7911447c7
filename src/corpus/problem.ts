import { closest, distance } from 'fastest-levenshtein'
import { VFileMessage } from 'vfile-message'
import type { FilePath, Place, Problem } from './vocabulary.ts'

/** `error` fails a build, `warning` does not; a `notice` is what the audit has to say. */
export type Severity = 'error' | 'warning' | 'notice'

/**
 * A problem at a place of a file.
 *
 * @param sentence Says what is wrong, and ends with the remedy.
 */
export function problem(severity: Severity, rule: string, file: FilePath, place: Place, sentence: string): Problem {
  const message = new VFileMessage(sentence, { place, ruleId: rule, source: 'throughline' })
  message.file = file
  message.fatal = severity === 'notice' ? undefined : severity === 'error'
  return message
}

export const severityOf = ({ fatal }: Problem): Severity => (fatal ? 'error' : fatal === false ? 'warning' : 'notice')

export function isError(message: Problem): boolean {
  return message.fatal === true
}

/** The same, where nothing is to fail because of it. */
export function asWarning(message: Problem): Problem {
  if (!isError(message)) return message
  const { line = 1, column = 1 } = message
  return problem('warning', message.ruleId ?? '', message.file ?? '', { line, column }, message.reason)
}

/** In the order a reader would meet them: by file, line, column. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const compare = (a: Problem, b: Problem): number =>
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.reason, b.reason)
  return [...problems].sort(compare)
}

/** Orders by code unit, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The candidate that `word` was most likely meant to be, or undefined when none is near. */
export function nearest(word: string, candidates: readonly string[], slips = tolerance(word)): string | undefined {
  if (candidates.length === 0) return undefined
  const lower = word.toLowerCase()
  // One whose length is too far off cannot be near; comparing lengths is a thousand times cheaper than comparing words.
  const near = candidates
    .map((candidate) => candidate.toLowerCase())
    .filter((each) => Math.abs(each.length - lower.length) <= slips)
  if (near.length === 0) return undefined
  const best = closest(lower, near)
  const found = candidates.find((candidate) => candidate.toLowerCase() === best)
  return found !== undefined && distance(lower, best) <= slips ? found : undefined
}

/**
 * How far a slip may be off: two letters changed places count as two, so a short word allows that much. A single letter allows none,
 * or every other one would be near.
 */
const tolerance = (word: string): number =>
  word.length < 4 ? Math.min(1, word.length - 1) : Math.max(2, Math.floor(word.length / 3))

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`
}
