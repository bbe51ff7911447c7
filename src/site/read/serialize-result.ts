/**
 * Converts parse results to plain data and back, so that they can pass between threads and into the cache. Problems are
 * instances of a class, and serialising them would lose the class.
 */
import type { Parsed } from '../../corpus/model/parsed.ts'
import type { ParseResult } from '../../corpus/parse.ts'
import { isError, problem, type Severity } from '../../corpus/problem.ts'
import type { FilePath, Point, Problem } from '../../corpus/vocabulary.ts'

/** A problem as plain data. */
interface PlainProblem {
  readonly severity: Severity
  readonly rule: string
  readonly file: FilePath
  readonly point: Point
  readonly sentence: string
}

/** A parse result as plain data. */
export interface PlainResult {
  readonly parsed?: Parsed
  readonly problems: readonly PlainProblem[]
}

/** Converts a parse result to plain data. */
export const toPlainResult = ({ problems, ...result }: ParseResult): PlainResult => ({
  ...result,
  problems: problems.map(toPlainProblem),
})

/** Converts plain data back to a parse result. */
export const fromPlainResult = ({ problems, ...result }: PlainResult): ParseResult => ({
  ...result,
  problems: problems.map(({ severity, rule, file, point, sentence }) => problem(severity, rule, file, point, sentence)),
})

function toPlainProblem(problem: Problem): PlainProblem {
  const { ruleId: rule = '', file = '', line = 1, column = 1, reason: sentence } = problem
  return { severity: isError(problem) ? 'error' : 'warning', rule, file, point: { line, column }, sentence }
}
