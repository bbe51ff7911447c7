/** The form in which what was read passes between threads: problems are of a class, which no message keeps. */
import type { Parsed } from '../../corpus/model/parsed.ts'
import type { ParseResult } from '../../corpus/parse.ts'
import { isError, problem, type Severity } from '../../corpus/problem.ts'
import type { FilePath, Point, Problem } from '../../corpus/vocabulary.ts'

interface PlainProblem {
  readonly severity: Severity
  readonly rule: string
  readonly file: FilePath
  readonly point: Point
  readonly sentence: string
}

export interface PlainResult {
  readonly parsed?: Parsed
  readonly problems: readonly PlainProblem[]
}

export const toPlainResult = ({ problems, ...result }: ParseResult): PlainResult => ({
  ...result,
  problems: problems.map(toPlainProblem),
})

export const fromPlainResult = ({ problems, ...result }: PlainResult): ParseResult => ({
  ...result,
  problems: problems.map(({ severity, rule, file, point, sentence }) => problem(severity, rule, file, point, sentence)),
})

function toPlainProblem(problem: Problem): PlainProblem {
  const { ruleId: rule = '', file = '', line = 1, column = 1, reason: sentence } = problem
  return { severity: isError(problem) ? 'error' : 'warning', rule, file, point: { line, column }, sentence }
}
