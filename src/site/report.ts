/** Formats problems for a terminal, for another program, and for GitHub. */
import { join, relative } from 'node:path'
import type { Audit } from '../corpus/audit/audit.ts'
import { compareText } from '../corpus/compare.ts'
import { downloadName } from '../corpus/attachments/published-path.ts'
import { lackingInCrate } from '../corpus/exports/ro-crate.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { isError, severityOf, type Severity } from '../corpus/problem.ts'
import type { Site } from './site.ts'
import type { FilePath, Point, Problem } from '../corpus/vocabulary.ts'

/** The names of the formats in which problems are reported. */
export const FORMATS = ['text', 'json', 'github'] as const

/** The name of a format in which problems are reported. */
export type Format = (typeof FORMATS)[number]

/** A problem as plain data, for another program or the browser. */
export interface LocatedProblem {
  /** The path of the file, as `locate` gives it. */
  readonly file: string
  /** The line and the column in the file count from 1. */
  readonly line: number
  readonly column: number
  readonly severity: Severity
  /** The id of the rule that found the problem. */
  readonly rule: string
  readonly message: string
  /** The address of the page that explains the rule. */
  readonly help?: string
}

/**
 * Returns problems as plain data. Files have their paths relative to the folder in which the command runs, or absolute
 * paths where they are outside of it.
 *
 * @param folder The content folder, as an absolute path.
 */
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

/**
 * Formats all problems as one text, which is empty where there are none.
 *
 * @param folder The content folder, as an absolute path.
 * @param findings The findings of the audit. They come last, and the text for a terminal has a heading before them.
 * @example report(site.problems, site.folder) // 'content/notes/x.md:5:11 error The field … (field-value)'
 */
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

/** Returns a sentence with the address of the page that explains the rules. One page explains all of them. */
const rulesHelp = ([first]: readonly LocatedProblem[]): string =>
  `Each rule is explained on the page ${first?.help?.replace(/#.*/, '') ?? ''} of the site, and an entry can silence it with a reason.`

/**
 * Returns a problem as one line for a terminal.
 *
 * @example problemLine(problem) // 'content/notes/x.md:5:11 error The field … (field-value)'
 */
export const problemLine = ({ file, line, column, severity, rule, message }: LocatedProblem): string =>
  `${placeInFile(file, { line, column })} ${severity} ${escapeControls(message)} (${rule})`

/** Returns a point of a file for a terminal, such as `notes/x.md:5:11`. */
export const placeInFile = (file: string, { line, column }: Point): string =>
  `${escapeControls(file)}:${line}:${column}`

/**
 * Escapes control characters. File names and quoted text may have line breaks in them, and commands to the terminal.
 */
const escapeControls = (text: string): string =>
  text.replace(/\p{Cc}|[\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Returns a problem as a workflow command of GitHub Actions, which shows it at its line in a pull request. */
const githubAnnotation = ({ file, line, column, severity, rule, message }: LocatedProblem): string =>
  `::${severity} file=${encodeForWorkflow(file).replace(/[:,]/g, encodeURIComponent)},line=${line},col=${column},title=${rule}::${encodeForWorkflow(message)}`

/** Encodes the signs that would end a workflow command. */
const encodeForWorkflow = (text: string): string => text.replace(/[%\r\n]/g, encodeURIComponent)

/** Returns the path under which a terminal can open the file of a problem. */
function fileOf(folder: string, { file = '' }: Problem): string {
  const path = join(folder, file)
  const relativePath = relative(process.cwd(), path)
  return relativePath.startsWith('..') ? path : relativePath
}

/**
 * Counts problems by their severity.
 *
 * @example tally(problems) // '2 errors, 1 warning'
 */
export function tally(problems: readonly Problem[]): string {
  const errors = problems.filter(isError).length
  return [count(errors, 'error'), count(problems.length - errors, 'warning')].join(', ')
}

/**
 * Returns one sentence on what was read and how many problems there are.
 *
 * @example summary(site) // '31 files read: 29 entries, 1 draft, 1 skipped; 0 errors, 2 warnings.'
 */
export function summary({
  fileCounts: { read, entries, drafts, skipped },
  problems,
}: Pick<Site, 'fileCounts' | 'problems'>): string {
  const kinds = [count(entries, 'entry', 'entries'), count(drafts, 'draft'), `${skipped} skipped`]
  return `${count(read, 'file')} read: ${kinds.join(', ')}; ${tally(problems)}.`
}

/** The names of programs as they are written. Those that are not listed have a capital. */
const PROGRAM_NAMES: Readonly<Record<string, string>> = { mkdocs: 'MkDocs', plain: 'plain Markdown' }

/**
 * Returns one sentence on the program for which the folder was written, and why. Returns an empty string where nothing
 * tells.
 *
 * @example programSummary(site) // 'Read as Logseq writes it, because of logseq/config.edn; `dialect` in site.yaml overrules.'
 */
export function programSummary({ seenProgram }: Pick<Site, 'seenProgram'>): string {
  if (seenProgram === undefined) return ''
  const { program, mark, isStated } = seenProgram
  const name = PROGRAM_NAMES[program] ?? program.charAt(0).toUpperCase() + program.slice(1)
  const how = program === 'plain' ? `as ${name}` : `as ${name} writes it`
  const remedy = isStated ? '.' : '; `dialect` in site.yaml overrules.'
  return `Read ${how}, because of ${mark}${remedy}`
}

/**
 * Returns one sentence on what the audit found.
 *
 * @example auditSummary(site.audit) // 'Audit: 3 findings, 1 silenced.'
 */
export function auditSummary({ findings, suppressed }: Audit): string {
  const suppressedCount = suppressed.reduce((sum, { findings }) => sum + findings.length, 0)
  return `Audit: ${count(findings.length, 'finding')}, ${suppressedCount} silenced.`
}

/** What a build says of a site that does not know its address: all that is lacking, at once. */
export const NO_URL =
  'site.yaml names no `url`, the address of the site. So there is no sitemap, no robots.txt and no search for browsers, pages ' +
  'name no canonical address, and feeds, files and printed pages have paths in place of whole addresses.'

/**
 * Says what the description of a site as an RO-Crate lacks. It is undefined where it has all that RO-Crate demands.
 *
 * @example crateSummary(site.corpus) // 'ro-crate-metadata.json names no licence, because site.yaml has no `licence`. …'
 */
export function crateSummary(corpus: Corpus): string | undefined {
  const lacking = lackingInCrate(corpus)
  if (lacking.length === 0) return undefined
  const [licence, date] = [
    'no licence, because site.yaml has no `licence`',
    'no day of publication, because no entry states one and git knows none',
  ]
  const what = lacking.map((each) => (each === 'licence' ? licence : date)).join(', and ')
  return `ro-crate-metadata.json names ${what}. RO-Crate demands both, so archives may refuse it.`
}

/** What a build says where the pictures of shared links are lacking, because nothing on the machine draws them. */
export const NO_PICTURES =
  'Links that readers share have no pictures, because the package sharp does not run here. `npm install sharp` may help; ' +
  '`share_pictures: off` in site.yaml says that there need be none.'

/**
 * Returns one sentence on the files that pages link to and that no browser shows. It is empty where there are none.
 *
 * @param used The attachments that public entries use.
 * @example downloadSummary(site.corpus.used) // ' Offered for download: 1 .docx file, 2 .xlsx files.'
 */
export function downloadSummary(used: ReadonlySet<FilePath>): string {
  const counts = new Map<string, number>()
  for (const path of used) {
    const name = downloadName(path)
    if (name === undefined) continue
    const type = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? 'other'
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  const types = [...counts].sort(([a], [b]) => compareText(a, b)).map(([type, of]) => count(of, `${type} file`))
  return types.length === 0 ? '' : ` Offered for download: ${types.join(', ')}.`
}

/**
 * Returns a number with its noun.
 *
 * @example count(2, 'entry', 'entries') // '2 entries'
 */
export const count = (quantity: number, singular: string, plural = `${singular}s`): string =>
  `${quantity} ${quantity === 1 ? singular : plural}`
