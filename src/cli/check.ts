/**
 * `npm run check` reads the content folder and prints its problems, then the findings of the audit. It exits with 1
 * when there is an error, and with `--strict-audit` also when the audit has a finding.
 *
 * `--format json` (or `--json`) prints everything for another program. `--format github` prints it as annotations of a
 * pull request; this is the default where GitHub Actions runs the command.
 */
import { parseArgs } from 'node:util'
import { asProblem } from '../corpus/audit/audit.ts'
import { helpOn } from '../corpus/audit/page.ts'
import { sortProblems, isError } from '../corpus/problem.ts'
import { UsageError } from '../site/usage-error.ts'
import { getSite, type Site } from '../site/index.ts'
import { ownComponents } from '../site/own-components.ts'
import { auditSummary, downloadSummary, FORMATS, programSummary, report, summary, type Format } from '../site/report.ts'
import type { Problem } from '../corpus/vocabulary.ts'
import { COMMANDS } from './commands.ts'

export default async function check(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: COMMANDS.check.options })
  const format = formatOf(values.json ? 'json' : values.format)
  await ownComponents()
  const site = await getSite()
  // Some works turn out only here to be such that the citation style cannot write them.
  await site.formatReferences()
  const { fileCounts, folder, audit, allProblems: problems } = site
  const text = report(problems, folder, format, findingsOf(site))
  if (text !== '') console.log(text)
  if (site.seenProgram !== undefined) console.error(programSummary(site))
  console.error(`${summary({ fileCounts, problems })} ${auditSummary(audit)}${downloadSummary(site.corpus.used)}`)
  if (problems.some(isError) || (values['strict-audit'] && audit.findings.length > 0)) process.exitCode = 1
}

/** Returns the format of this name. Throws a `UsageError` where there is none. */
function formatOf(name = process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text'): Format {
  const format = FORMATS.find((each): each is Format => each === name)
  if (format === undefined) throw new UsageError(`--format is one of ${FORMATS.join(', ')}.`)
  return format
}

/** Returns the findings of the audit as problems, in the order of their files and lines. */
function findingsOf({ audit, settings }: Site): Problem[] {
  return sortProblems(audit.findings.map((finding) => asProblem(finding, (rule) => helpOn(settings, rule))))
}
