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

/** What was found in files, and the texts in which it was found. */
interface Found {
  readonly byFile: ByFile
  readonly texts: ReadonlyMap<FilePath, string>
}

const NOTHING: Found = { byFile: new Map(), texts: new Map() }

/**
 * What is wrong in a site. A file that changes is looked at by itself, at once; what else there is to say of it stays,
 * at the lines to which it moved, until everything is linked and audited again.
 */
export class Diagnostics {
  readonly #site: Site
  /** What was found in open files by looking at other files as well: what `Site.problemsOf` does not find. */
  #others = NOTHING
  #problems: ByFile = new Map()
  #findings = NOTHING

  constructor(site: Site) {
    this.#site = site
  }

  /**
   * Looks at all files, after everything was linked. Returns every file in which there is something to say.
   *
   * @param open The files that are open, which may change next.
   */
  settle(open: Iterable<FilePath>): ByFile {
    const { byFile } = this.#diagnosed(this.#site.allProblems)
    this.#problems = byFile
    const paths = [...open]
    this.#others = {
      byFile: new Map(paths.map((path) => [path, without(byFile.get(path) ?? [], this.#ownOf(path))])),
      texts: new Map(paths.map((path) => [path, this.#textOf(path)])),
    }
    return this.all()
  }

  /** Audits the site as it was linked last. Returns every file in which there is something to say. */
  audit(): ByFile {
    const { audit, settings } = this.#site
    this.#findings = this.#diagnosed(audit.findings.map((each) => asProblem(each, (rule) => helpOn(settings, rule))))
    return this.all()
  }

  /** Looks at one file that has changed. */
  of(path: FilePath): Diagnostic[] {
    const own = this.#ownOf(path)
    const isOpen = this.#others.texts.has(path)
    const others = isOpen
      ? movedIn(this.#others, path, this.#textOf(path))
      : without(this.#problems.get(path) ?? [], own)
    return [...own, ...others, ...this.#findingsIn(path)]
  }

  /** Returns every file in which there is something to say, as it was found last. */
  all(): ByFile {
    const paths = new Set([...this.#problems.keys(), ...this.#findings.byFile.keys()])
    return new Map([...paths].map((path) => [path, [...(this.#problems.get(path) ?? []), ...this.#findingsIn(path)]]))
  }

  #findingsIn(path: FilePath): readonly Diagnostic[] {
    return movedIn(this.#findings, path, this.#textOf(path))
  }

  #diagnosed(problems: readonly Problem[]): Found {
    const groups = [...Map.groupBy(problems, ({ file = '' }) => file)]
    const texts = new Map(groups.map(([path]) => [path, this.#textOf(path)]))
    return { byFile: new Map(groups.map(([path, group]) => [path, asDiagnostics(group, texts.get(path)!)])), texts }
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

/** Returns what was found in a file, at the lines to which it has moved. */
const movedIn = ({ byFile, texts }: Found, path: FilePath, now: string): readonly Diagnostic[] =>
  moved(byFile.get(path) ?? [], texts.get(path) ?? now, now)

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
