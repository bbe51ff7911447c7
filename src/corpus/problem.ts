import { VFileMessage } from 'vfile-message'
import { compareText } from './compare.ts'
import { isProblemRule, type ProblemRule } from './problem-rules.ts'
import type { FilePath, Point, Problem } from './vocabulary.ts'

/** `error` fails a build, `warning` does not; a `notice` is what the audit has to say. */
export type Severity = 'error' | 'warning' | 'notice'

/**
 * A problem at a place of a file.
 *
 * @param sentence Says what is wrong, and ends with the remedy.
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
 * What the audit has to say at a place of a file.
 *
 * @param rule A rule of the audit, which explains itself.
 */
export const notice = (rule: string, file: FilePath, point: Point, sentence: string): Problem =>
  messageAt(rule, file, point, sentence)

function messageAt(rule: string, file: FilePath, point: Point, sentence: string): VFileMessage {
  const message = new VFileMessage(sentence, { place: point, ruleId: rule, source: 'throughline' })
  message.file = file
  return message
}

/** The rule of a problem. A message of somebody else's plugin counts as one about the Markdown. */
export const ruleOf = ({ ruleId }: Problem): ProblemRule => (isProblemRule(ruleId) ? ruleId : 'markdown')

export const severityOf = ({ fatal }: Problem): Severity => (fatal ? 'error' : fatal === false ? 'warning' : 'notice')

export function isError(message: Problem): boolean {
  return message.fatal === true
}

/** The same, where nothing is to fail because of it. */
export function asWarning(message: Problem): Problem {
  if (!isError(message)) return message
  const { line = 1, column = 1 } = message
  return problem('warning', ruleOf(message), message.file ?? '', { line, column }, message.reason)
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
