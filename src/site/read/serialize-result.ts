/** The form in which what was read passes between threads: problems are of a class, which no message keeps. */
import type { Parsed } from '../../corpus/model/parsed.ts'
import type { ParseResult } from '../../corpus/parse.ts'
import { isError, problem, ruleOf } from '../../corpus/problem.ts'
import type { ProblemRule } from '../../corpus/problem-rules.ts'
import type { FilePath, Point, Problem } from '../../corpus/vocabulary.ts'

interface PlainProblem {
  readonly severity: 'error' | 'warning'
  readonly rule: ProblemRule
  readonly file: FilePath
  readonly point: Point
  readonly sentence: string
}

export interface PlainResult {
  readonly parsed?: Parsed
  readonly problems: readonly PlainProblem[]
}

export const toPlain = ({ problems, ...result }: ParseResult): PlainResult => ({
  ...result,
  problems: problems.map(plainProblem),
})

export const fromPlain = ({ problems, ...result }: PlainResult): ParseResult => ({
  ...result,
  problems: problems.map(({ severity, rule, file, point, sentence }) => problem(severity, rule, file, point, sentence)),
})

function plainProblem(found: Problem): PlainProblem {
  const { file = '', line = 1, column = 1, reason: sentence } = found
  return {
    severity: isError(found) ? 'error' : 'warning',
    rule: ruleOf(found),
    file,
    point: { line, column },
    sentence,
  }
}
