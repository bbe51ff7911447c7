/** What a content folder holds, read and parsed. In dev it is patched file by file. */
import {
  readBibliography,
  BIBLIOGRAPHY_FILES,
  EMPTY_BIBLIOGRAPHY,
  type Bibliography,
} from '../corpus/bibliography/bibliography.ts'
import { chooseStyle, type ChosenStyle } from '../corpus/bibliography/choose-style.ts'
import { KnownReferences } from '../corpus/bibliography/reference-formatter.ts'
import { APA, styleFile, styleId } from '../corpus/bibliography/style.ts'
import { isMarkdown } from '../corpus/identity.ts'
import type { Parsed } from '../corpus/model/parsed.ts'
import { DEFAULT_DIALECT, type ParseResult } from '../corpus/parse.ts'
import { isError } from '../corpus/problem.ts'
import { readSettings } from '../corpus/settings.ts'
import { readLock } from '../corpus/updates.ts'
import { modeFromEnvironment, readFile } from './read/content-folder.ts'
import { listFiles, type FolderListing } from './read/list-files.ts'
import { readEntries } from './read/read-entries.ts'
import { readEntry } from './read/read-entry.ts'
import { REMOVED_MEANWHILE, skippedFile } from './read/skip-reasons.ts'
import type { LinkInput } from '../corpus/link/resolve-entry.ts'
import type { Dialect, Settings } from '../corpus/site-config.ts'
import type { Document, FilePath, Problem } from '../corpus/vocabulary.ts'
import type { Attachment } from '../corpus/model/resolved.ts'
import { EMPTY_LOCK, type Lock } from '../corpus/model/updates.ts'

export const SETTINGS_FILE = 'site.yaml'
export const LOCK_FILE = 'sources.lock.json'

export class Content {
  readonly folder: string
  #files = new Map<FilePath, ParseResult>()
  #settings!: { settings: Settings; problems: readonly Problem[]; document: Document | undefined }
  #dialect: Dialect = DEFAULT_DIALECT
  #bibliography: Bibliography = EMPTY_BIBLIOGRAPHY
  #bibliographyFiles: readonly Document[] = []
  #style: ChosenStyle = { style: APA, problems: [] }
  #references = new KnownReferences(APA)
  #lock: { lock: Lock; problems: readonly Problem[] } = { lock: EMPTY_LOCK, problems: [] }
  #attachments = new Map<FilePath, Attachment>()
  /** Of what is no Markdown file; that of Markdown files is with the files. */
  #skipProblems: readonly Problem[] = []

  private constructor(folder: string) {
    this.folder = folder
  }

  static async read(folder: string): Promise<Content> {
    const content = new Content(folder)
    await content.#readAll()
    content.#readBibliography()
    content.#readLock()
    return content
  }

  get settings(): Settings {
    return this.#settings.settings
  }

  get dialect(): Dialect {
    return this.#dialect
  }

  /** What is known of retractions. */
  get lock(): Lock {
    return this.#lock.lock
  }

  get settingsFile(): Document | undefined {
    return this.#settings.document
  }

  get bibliographyFiles(): readonly Document[] {
    return this.#bibliographyFiles
  }

  get bibliography(): Bibliography {
    return this.#bibliography
  }

  /** The references in the style of the site, as far as they are formatted. */
  get references(): KnownReferences {
    return this.#references
  }

  get linkInput(): LinkInput {
    return {
      files: this.parsed,
      unread: [...this.#files].flatMap(([path, { parsed }]) => (parsed === undefined ? [path] : [])),
      settings: this.settings,
      bibliography: this.#bibliography,
      style: this.#style.style,
      references: this.#references,
      attachments: this.#attachments,
      updates: new Map(Object.entries(this.lock.works)),
    }
  }

  /** How many Markdown files were read. */
  get fileCount(): number {
    return this.#files.size
  }

  /** Of the Markdown files, those that could be read: drafts as well. */
  get parsed(): Parsed[] {
    return [...this.#files.values()].flatMap(({ parsed }) => parsed ?? [])
  }

  /** What is wrong within files. */
  get problems(): Problem[] {
    const ofFiles = [...this.#files.values()].flatMap(({ problems }) => problems)
    const ofOtherFiles = [this.#settings, this.#style, this.#bibliography, this.#lock].flatMap(
      ({ problems }) => problems,
    )
    return [...ofOtherFiles, ...this.#skipProblems, ...ofFiles]
  }

  /**
   * Takes up a file that was added, changed or removed. In strict mode a file with an error keeps its last good form, and the error is
   * reported.
   *
   * @returns Whether anything may be different now.
   */
  async reload(path: FilePath): Promise<boolean> {
    if (isMarkdown(path)) return this.#reloadEntry(path)
    if (path === SETTINGS_FILE) await this.#readAll()
    else if (path === styleFile(this.settings)) this.#readStyle()
    else if (BIBLIOGRAPHY_FILES.includes(path)) this.#readBibliography()
    else if (path === LOCK_FILE) this.#readLock()
    else this.#applyListing(listFiles(this.folder))
    return true
  }

  /** Settings first: they say how the files are written. */
  async #readAll(): Promise<void> {
    const listing = listFiles(this.folder)
    const { document, problems: unread } = readFile(this.folder, SETTINGS_FILE)
    const { settings, problems } = readSettings(document)
    this.#settings = {
      settings: { ...settings, mode: modeFromEnvironment() ?? settings.mode },
      problems: [...unread, ...problems],
      document,
    }
    this.#dialect = {
      inquiryPrefix: settings.inquiryPrefix,
      wikilinks: settings.wikilinks,
      typography: settings.typography,
      language: settings.language,
      hasOwnLayout: document !== undefined || listing.markdown.some((path) => /^(inquiries|notes)\//.test(path)),
    }
    this.#readStyle()
    const read = await readEntries(listing.markdown, { folder: this.folder, dialect: this.#dialect })
    this.#files = new Map(
      listing.markdown.map((path) => [path, read.get(path) ?? { problems: [skippedFile(path, REMOVED_MEANWHILE)] }]),
    )
    this.#applyListing(listing)
  }

  #applyListing({ attachments, skipped }: FolderListing): void {
    this.#attachments = new Map(attachments.map((path) => [path, { path }]))
    for (const { path, problem } of skipped) if (isMarkdown(path)) this.#addSkipProblem(path, problem)
    // Settings and bibliography are looked for by name, so what is said of them is known already.
    const known = new Set([SETTINGS_FILE, LOCK_FILE, ...BIBLIOGRAPHY_FILES])
    this.#skipProblems = skipped.flatMap(({ path, problem }) => (isMarkdown(path) || known.has(path) ? [] : [problem]))
  }

  /** One of the same name may have been read. */
  #addSkipProblem(path: FilePath, problem: Problem): void {
    const { problems = [], ...read } = this.#files.get(path) ?? {}
    const others = problems.filter(({ reason }) => reason !== problem.reason)
    this.#files.set(path, { ...read, problems: [...others, problem] })
  }

  /** @returns Whether the file has a new form. */
  #reloadEntry(path: FilePath): boolean {
    const result = readEntry(path, { folder: this.folder, dialect: this.#dialect })
    if (result === undefined) return this.#files.delete(path)
    const last = this.#files.get(path)?.parsed
    const broken = this.settings.mode === 'strict' && result.problems.some(isError)
    const keepsLast = broken && last !== undefined
    this.#files.set(path, keepsLast ? { ...result, parsed: last } : result)
    return !keepsLast
  }

  #readBibliography(): void {
    const read = BIBLIOGRAPHY_FILES.map((path) => readFile(this.folder, path))
    this.#bibliographyFiles = read.flatMap(({ document }) => document ?? [])
    const bibliography = readBibliography(...this.#bibliographyFiles)
    const unread = read.flatMap(({ problems }) => problems)
    this.#bibliography = { ...bibliography, problems: [...unread, ...bibliography.problems] }
  }

  #readLock(): void {
    this.#lock = readLock(readFile(this.folder, LOCK_FILE).document)
  }

  #readStyle(): void {
    const path = styleFile(this.settings)
    const { document, problems = [] } = path === undefined ? {} : readFile(this.folder, path)
    const chosen = chooseStyle(this.settings, this.#settings.document, document)
    this.#style = { ...chosen, problems: [...problems, ...chosen.problems] }
    if (styleId(chosen.style) !== styleId(this.#references.style)) this.#references = new KnownReferences(chosen.style)
  }
}
