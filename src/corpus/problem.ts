/** This file makes, orders and weighs problems. */
import { VFileMessage } from 'vfile-message'
import { compareText } from './compare.ts'
import { isProblemRule, type ProblemRule } from './problem-rules.ts'
import type { FilePath, Point, Problem } from './vocabulary.ts'

/** An `error` fails a build and a `warning` does not. A `notice` is a finding of the audit. */
export type Severity = 'error' | 'warning' | 'notice'

/**
 * Makes a problem at a point of a file.
 *
 * @param rule The id of the rule, such as `link-missing`.
 * @param sentence One or more sentences that say what is wrong and end with the remedy.
 *
 * @example
 * const found = problem('warning', 'table', 'notes/a.md', { line: 3, column: 1 }, 'The table has no head.')
 * String(found) // '3:1: The table has no head.'
 * severityOf(found) // 'warning'
 */
export function problem(
  severity: Exclude<Severity, 'notice'>,
  rule: ProblemRule,
  file: FilePath,
  point: Point,
  sentence: string,
): Problem {
  const message = messageAt(rule, file, point, sentence)
  message.fatal = severity === 'error'
  return message
}

/**
 * Makes what the audit has to say at a point of a file.
 *
 * @param rule The id of a rule of the audit, which explains itself.
 */
export const notice = (rule: string, file: FilePath, point: Point, sentence: string): Problem =>
  messageAt(rule, file, point, sentence)

function messageAt(rule: string, file: FilePath, point: Point, sentence: string): VFileMessage {
  const message = new VFileMessage(sentence, { place: point, ruleId: rule, source: 'throughline' })
  message.file = file
  return message
}

/** Gives the rule of a problem. A message of somebody else's plugin counts as one about the Markdown. */
export const ruleOf = ({ ruleId }: Problem): ProblemRule => (isProblemRule(ruleId) ? ruleId : 'markdown')

/** Gives the severity of a problem. A `VFileMessage` keeps it in `fatal`: true, false or undefined. */
export const severityOf = ({ fatal }: Problem): Severity => (fatal ? 'error' : fatal === false ? 'warning' : 'notice')

/** Tells whether a problem is an error. */
export function isError(message: Problem): boolean {
  return message.fatal === true
}

/** Gives a problem as a warning. It is called for problems that must not fail the build. */
export function asWarning(message: Problem): Problem {
  if (!isError(message)) return message
  const { line = 1, column = 1 } = message
  return problem('warning', ruleOf(message), message.file ?? '', { line, column }, message.reason)
}

/** Sorts problems in the order in which a reader would meet them: by file, line and column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const compare = (a: Problem, b: Problem): number =>
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.reason, b.reason)
  return [...problems].sort(compare)
}
