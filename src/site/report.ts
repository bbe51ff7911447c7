/** Prints problems. What is wrong was decided before; here it only gets its form. */
import { join, relative } from 'node:path'
import type { Audit } from '../corpus/audit/audit.ts'
import { isError, severityOf, type Severity } from '../corpus/problem.ts'
import type { Site } from './site.ts'
import type { Problem } from '../corpus/vocabulary.ts'

export const FORMATS = ['text', 'json', 'github'] as const
export type Format = (typeof FORMATS)[number]

/** A problem as plain data, for another program or the browser. */
export interface LocatedProblem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  /** Where its rule is explained. */
  readonly help?: string
}

/** @param folder Absolute path of the content folder; files are named relative to the folder the command runs in. */
export function locate(problems: readonly Problem[], folder: string): LocatedProblem[] {
  return problems.map((problem) => ({
    file: fileOf(folder, problem),
    line: problem.line ?? 1,
    column: problem.column ?? 1,
    severity: severityOf(problem),
    rule: problem.ruleId ?? '',
    message: problem.reason,
    ...(problem.url !== undefined && { help: problem.url }),
  }))
}

/** @param findings Of the audit. They come last, and a terminal shows them apart. */
export function report(
  problems: readonly Problem[],
  folder: string,
  format: Format = 'text',
  findings: readonly Problem[] = [],
): string {
  const [located, locatedFindings] = [locate(problems, folder), locate(findings, folder)]
  if (format === 'json') return JSON.stringify([...located, ...locatedFindings], null, 2)
  if (format === 'github') return [...located, ...locatedFindings].map(githubAnnotation).join('\n')
  return [
    located.map(problemLine),
    locatedFindings.length === 0 ? [] : ['Audit', ...locatedFindings.map(problemLine), rulesHelp(locatedFindings)],
  ]
    .flatMap((lines) => (lines.length === 0 ? [] : lines.join('\n')))
    .join('\n\n')
}

/** The page of the first rule is the page of all. */
const rulesHelp = ([first]: readonly LocatedProblem[]): string =>
  `Each rule is explained in ${first?.help?.replace(/#.*/, '') ?? ''}, and an entry can silence it with a reason.`

export const problemLine = ({ file, line, column, severity, rule, message }: LocatedProblem): string =>
  `${escapeControls(file)}:${line}:${column} ${severity} ${escapeControls(message)} (${rule})`

/** File names, and what is quoted from files, may hold anything: line breaks, and commands to a terminal. */
const escapeControls = (text: string): string =>
  text.replace(/\p{Cc}|[\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A workflow command, which GitHub shows beside the line it speaks of. */
const githubAnnotation = ({ file, line, column, severity, rule, message }: LocatedProblem): string =>
  `::${severity} file=${encodeForWorkflow(file).replace(/[:,]/g, encodeURIComponent)},line=${line},col=${column},title=${rule}::${encodeForWorkflow(message)}`

const encodeForWorkflow = (text: string): string => text.replace(/[%\r\n]/g, encodeURIComponent)

function fileOf(folder: string, { file = '' }: Problem): string {
  const path = join(folder, file)
  const relativePath = relative(process.cwd(), path)
  return relativePath.startsWith('..') ? path : relativePath
}

/** `2 errors, 1 warning` */
export function tally(problems: readonly Problem[]): string {
  const errors = problems.filter(isError).length
  return [count(errors, 'error'), count(problems.length - errors, 'warning')].join(', ')
}

/** `31 files read: 29 entries, 1 draft, 1 skipped; 0 errors, 2 warnings.` */
export function summary({
  fileCounts: { read, entries, drafts, skipped },
  problems,
}: Pick<Site, 'fileCounts' | 'problems'>): string {
  const kinds = [count(entries, 'entry', 'entries'), count(drafts, 'draft'), `${skipped} skipped`]
  return `${count(read, 'file')} read: ${kinds.join(', ')}; ${tally(problems)}.`
}

/** `Audit: 3 findings, 1 silenced.` */
export function auditSummary({ findings, suppressed }: Audit): string {
  const suppressedCount = suppressed.reduce((sum, { findings }) => sum + findings.length, 0)
  return `Audit: ${count(findings.length, 'finding')}, ${suppressedCount} silenced.`
}

export const count = (quantity: number, singular: string, plural = `${singular}s`): string =>
  `${quantity} ${quantity === 1 ? singular : plural}`
