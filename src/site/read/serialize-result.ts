/**
 * Converts parse results to plain data and back, so that they can pass between threads and into the cache. Problems are
 * instances of a class, and serialising them would lose the class.
 */
import type { Parsed } from '../../corpus/model/parsed.ts'
import type { ParseResult } from '../../corpus/parse.ts'
import { isError, problem, ruleOf } from '../../corpus/problem.ts'
import type { ProblemRule } from '../../corpus/problem-rules.ts'
import type { FilePath, Point, Problem } from '../../corpus/vocabulary.ts'

/** A problem as plain data. */
interface PlainProblem {
  readonly severity: 'error' | 'warning'
  readonly rule: ProblemRule
  readonly file: FilePath
  readonly point: Point
  readonly sentence: string
}

/** A parse result as plain data. */
export interface PlainResult {
  readonly parsed?: Parsed
  readonly problems: readonly PlainProblem[]
}

/**
 * What is known of each file of a bucket, in the order of the paths. It is undefined for a missing file, and null where
 * the result is not stored because the file is private.
 */
export type PlainResults = readonly (PlainResult | null | undefined)[]

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

function toPlainProblem(found: Problem): PlainProblem {
  const { file = '', line = 1, column = 1, reason: sentence } = found
  return {
    severity: isError(found) ? 'error' : 'warning',
    rule: ruleOf(found),
    file,
    point: { line, column },
    sentence,
  }
}
