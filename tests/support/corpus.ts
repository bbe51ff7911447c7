/** Makes corpora out of texts, in memory, the way the site makes one out of a folder. */
import { BIBLIOGRAPHY_FILES, readBibliography } from '../../src/corpus/bibliography/bibliography.ts'
import { APA } from '../../src/corpus/bibliography/style.ts'
import { readBase } from '../../src/corpus/bases/read-base.ts'
import type { Entry, InquiryEntry, NoteEntry } from '../../src/corpus/model/entry.ts'
import { isEntry } from '../../src/corpus/names/file-path.ts'
import { link } from '../../src/corpus/link/link.ts'
import type { Parsed } from '../../src/corpus/model/parsed.ts'
import type { RelationType } from '../../src/corpus/relation-words.ts'
import { DEFAULT_DIALECT, parse } from '../../src/corpus/parse.ts'
import { sortProblems, isError } from '../../src/corpus/problem.ts'
import { readLock, updatesIn } from '../../src/corpus/updates/lock.ts'
import { render } from '../../src/corpus/render/render.ts'
import { DEFAULT_SETTINGS } from '../../src/corpus/settings.ts'
import type { OwnField, Settings } from '../../src/corpus/site-config.ts'
import type { Corpus } from '../../src/corpus/model/corpus.ts'
import type { FilePath, Problem } from '../../src/corpus/vocabulary.ts'
import type { CitationStyle } from '../../src/corpus/model/citation-style.ts'
import type { Attachment } from '../../src/corpus/model/resolved.ts'

export type Files = Readonly<Record<FilePath, string>>

/** `2:8 error field-value The field …` */
export function said(problem: Problem): string {
  const { line = 0, column = 0, ruleId = '', reason } = problem
  return `${line}:${column} ${isError(problem) ? 'error' : 'warning'} ${ruleId} ${reason}`
}

/** One file, read by itself; it must be readable. */
export function read(text: string, path: FilePath = 'notes/x.md'): Parsed {
  const { parsed, problems } = parse({ path, text })
  if (parsed === undefined) throw new Error(`${path} cannot be read: ${problems.map(said).join('\n')}`)
  return parsed
}

export const problemsOf = (text: string, path: FilePath = 'notes/x.md'): string[] =>
  sortProblems(parse({ path, text }).problems).map(said)

/** A body with its slots shown: `{open 0}`, `{words 0}`, `{close 0}`. */
export const shown = ({ body }: Parsed): string =>
  body.map((piece) => (typeof piece === 'string' ? piece : `{${piece.at} ${piece.link}}`)).join('')

const LOCK = 'sources.lock.json'

export interface Built {
  readonly corpus: Corpus
  /** Every public entry as its page prints it. */
  readonly entries: ReadonlyMap<FilePath, Entry>
  readonly problems: readonly string[]
  readonly inquiry: (path: FilePath) => InquiryEntry
  readonly note: (path: FilePath) => NoteEntry
  readonly html: (path: FilePath) => string
}

/**
 * Links files. Markdown files become entries, `references.bib` and `.json` the bibliography, `sources.lock.json` what
 * became of works, and every other file an attachment.
 */
export function linked(
  files: Files,
  order: readonly FilePath[] = Object.keys(files),
  style: CitationStyle = APA,
  relations: readonly RelationType[] = [],
  settings: Partial<Settings> = {},
  ownFields: readonly OwnField[] = [],
): { readonly corpus: Corpus; readonly problems: readonly Problem[] } {
  const dialect = {
    ...DEFAULT_DIALECT,
    relations,
    ...(settings.language && { language: settings.language }),
    ...(settings.statuses && { statuses: settings.statuses.map(({ name }) => name) }),
    ...(settings.designs && { designs: settings.designs.map(({ name }) => name) }),
    ...(ownFields.length > 0 && { ownFields }),
  }
  const results = order
    .filter((path) => isEntry(path, { canvas: true }))
    .map((path) => ({ path, ...parse({ path, text: files[path]! }, dialect) }))
  const bibliography = readBibliography(
    ...BIBLIOGRAPHY_FILES.flatMap((path) => (files[path] === undefined ? [] : [{ path, text: files[path] }])),
  )
  const attachments = order
    .filter((path) => !isEntry(path, { canvas: true }) && path !== LOCK)
    .map((path): [FilePath, Attachment] => [path, { path, width: 400, height: 200 }])
  const bases = order.filter((path) => path.endsWith('.base')).map((path) => readBase({ path, text: files[path]! }))
  const corpus = link({
    bases: bases.flatMap(({ definition }) => definition ?? []),
    files: results.flatMap(({ parsed }) => parsed ?? []),
    unread: results.flatMap(({ path, parsed }) => (parsed === undefined ? [path] : [])),
    settings: { ...DEFAULT_SETTINGS, mode: 'strict', ...settings },
    bibliography,
    style,
    attachments: new Map(attachments),
    updates: updatesIn(readLock(files[LOCK] === undefined ? undefined : { path: LOCK, text: files[LOCK] }).lock),
  })
  const problems = [
    ...bibliography.problems,
    ...results.flatMap((result) => result.problems),
    ...bases.flatMap((base) => base.problems),
    ...corpus.problems,
  ]
  return { corpus, problems }
}

/** Links files and renders every entry. */
export function corpusOf(...input: Parameters<typeof linked>): Built {
  const { corpus, problems } = linked(...input)
  const entries = new Map([...corpus.entries].map(([path, parsed]) => [path, render(corpus, parsed)]))
  const entry = <K extends Entry['kind']>(path: FilePath, kind: K): Extract<Entry, { kind: K }> => {
    const found = entries.get(path)
    if (found?.kind !== kind) throw new Error(`There is no ${kind} ${path}`)
    return found as Extract<Entry, { kind: K }>
  }
  return {
    corpus,
    entries,
    problems: sortProblems(problems).map((problem) => `${problem.file ?? ''}:${said(problem)}`),
    inquiry: (path) => entry(path, 'inquiry'),
    note: (path) => entry(path, 'note'),
    html: (path) => entries.get(path)!.html,
  }
}

/** Everything there is in a value, maps and sets included, as text. */
export const everything = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part instanceof Map || part instanceof Set ? [...(part as Iterable<unknown>)] : part,
  )
