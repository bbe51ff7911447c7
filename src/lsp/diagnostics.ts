/** Says what is wrong in the files of a site, as editors show it. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node'
import { asProblem } from '../corpus/audit/audit.ts'
import { helpOn } from '../corpus/audit/page.ts'
import { severityOf } from '../corpus/problem.ts'
import type { FilePath, Problem } from '../corpus/vocabulary.ts'
import type { Site } from '../site/site.ts'
import { moved } from './moved.ts'
import { Lines, rangeAt } from './positions.ts'
import { stretchFrom } from './stretch.ts'

/** What is wrong in a file, by its path. */
export type ByFile = ReadonlyMap<FilePath, readonly Diagnostic[]>

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  notice: DiagnosticSeverity.Information,
}

/** What was found when everything was last linked and audited. */
interface Settled {
  /** What was found in a file by looking at other files as well: what `Site.problemsOf` does not find. */
  readonly others: ByFile
  /** The texts in which it was found. */
  readonly texts: ReadonlyMap<FilePath, string>
}

/**
 * What is wrong in a site. A file that changes is looked at by itself, at once; what else there is to say of it stays,
 * at the lines to which it moved, until everything is linked again.
 */
export class Diagnostics {
  readonly #site: Site
  #settled: Settled = { others: new Map(), texts: new Map() }
  #findings: readonly Problem[] = []

  constructor(site: Site) {
    this.#site = site
  }

  /** Looks at all files, after everything was linked. Returns every file in which there is something to say. */
  settle(): ByFile {
    const all = [...this.#site.problems, ...this.#findings]
    const byFile = Map.groupBy(all, ({ file = '' }) => file)
    const texts = new Map([...byFile.keys()].map((path) => [path, this.#textOf(path)]))
    const found = new Map([...byFile].map(([path, problems]) => [path, asDiagnostics(problems, texts.get(path)!)]))
    const others = new Map([...found].map(([path, all]) => [path, without(all, this.#ownOf(path))]))
    this.#settled = { others, texts }
    return found
  }

  /** Runs the audit. Its findings are among what `settle` returns next. */
  audit(): void {
    const { audit, settings } = this.#site
    this.#findings = audit.findings.map((finding) => asProblem(finding, (rule) => helpOn(settings, rule)))
  }

  /** Looks at one file that has changed. */
  of(path: FilePath): Diagnostic[] {
    const others = this.#settled.others.get(path) ?? []
    const before = this.#settled.texts.get(path)
    const now = this.#textOf(path)
    return [...this.#ownOf(path), ...(before === undefined ? [] : moved(others, before, now))]
  }

  #ownOf(path: FilePath): Diagnostic[] {
    return asDiagnostics(this.#site.problemsOf(path), this.#textOf(path))
  }

  #textOf(path: FilePath): string {
    const { content } = this.#site
    const files = [...content.bibliographyFiles, ...(content.settingsFile ? [content.settingsFile] : [])]
    return content.parsedAt(path)?.text ?? files.find((file) => file.path === path)?.text ?? ''
  }
}

/** Turns problems of a file into diagnostics. */
function asDiagnostics(problems: readonly Problem[], text: string): Diagnostic[] {
  const lines = new Lines(text)
  return problems.map((problem) => {
    const point = { line: problem.line ?? 1, column: problem.column ?? 1 }
    const { url = '' } = problem
    return {
      range: text === '' ? rangeAt(point) : lines.rangeOf(stretchFrom(text, lines.offsetOf(point))),
      severity: SEVERITIES[severityOf(problem)],
      source: 'throughline',
      code: problem.ruleId ?? '',
      message: problem.reason,
      ...(URL.canParse(url) && { codeDescription: { href: url } }),
    }
  })
}

/** Leaves diagnostics out that are among others. */
function without(all: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(others.map((each) => JSON.stringify(each)))
  return all.filter((each) => !known.has(JSON.stringify(each)))
}
