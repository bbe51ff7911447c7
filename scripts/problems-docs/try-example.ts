/** Checks the content of an example as `npm run check` does, and tells what it prints. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { asProblem } from '../../src/corpus/audit/audit.ts'
import { sortProblems, severityOf, type Severity } from '../../src/corpus/problem.ts'
import { problemLine, locate } from '../../src/site/report.ts'
import { Site } from '../../src/site/site.ts'
import type { AnyRule, Example } from './examples.ts'

export interface Printed {
  readonly rule: string
  readonly severity: Severity
  /** The line, as a check of the folder `content` prints it. */
  readonly line: string
}

/** @returns Every error and warning, and of the audit what it says by this rule. */
export async function tryExample(rule: AnyRule, { files }: Example): Promise<Printed[]> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-problems-'))
  try {
    for (const [path, file] of Object.entries({ 'site.yaml': 'title: Tides\n', ...files })) write(folder, path, file)
    const { problems, audit } = await Site.open(folder)
    const findings = audit.findings
      .filter((finding) => finding.rule === rule)
      .map((finding) => asProblem(finding, String))
    return [...problems, ...sortProblems(findings)].map((problem) => ({
      rule: problem.ruleId ?? '',
      severity: severityOf(problem),
      line: locate([problem], resolve('content')).map(problemLine).join(''),
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(folder: string, path: string, file: Example['files'][string]): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  if (typeof file !== 'string' && 'leadsTo' in file) symlinkSync(file.leadsTo, join(folder, path))
  else writeFileSync(join(folder, path), file)
}
