/** The content of a folder in memory, read and parsed. In dev, single files are read again when they change. */
import { BIBLIOGRAPHY_FILES, EMPTY_BIBLIOGRAPHY, type Bibliography } from '../corpus/bibliography/bibliography.ts'
import type { ChosenStyle } from '../corpus/bibliography/choose-style.ts'
import { KnownReferences } from '../corpus/bibliography/reference-formatter.ts'
import { featuresOf } from '../corpus/bibliography/style-features.ts'
import { APA, styleFile, styleId } from '../corpus/bibliography/style.ts'
import { NO_RELATIONS, NO_SCHEMA, type GraphRelations, type GraphSchema } from '../corpus/discourse-graph.ts'
import { isEntry } from '../corpus/names/file-path.ts'
import { isPrivate, type Parsed } from '../corpus/model/parsed.ts'
import { DEFAULT_DIALECT, type ParseResult } from '../corpus/parse.ts'
import { isError } from '../corpus/problem.ts'
import { readLock, updatesIn } from '../corpus/updates/lock.ts'
import { readFile } from './read/content-folder.ts'
import { withLineFeeds } from './read/decode.ts'
import type { SeenProgram } from './read/detect-program.ts'
import { withShownDrafts } from './shown-drafts.ts'
import { isHidden, listFiles, type FolderListing } from './read/list-files.ts'
import { bibliographyFiles, readBibliographyFiles, type BibliographyInFiles } from './read/read-bibliography.ts'
import { NO_BASES, readBases, type BasesInFiles } from './read/read-bases.ts'
import { readDiscourseRelations, readDiscourseSchema, relationsFile } from './read/read-discourse-graph.ts'
import { readEntries } from './read/read-entries.ts'
import { parseDocument, readEntry } from './read/read-entry.ts'
import { dialectOf, readSiteSettings, SETTINGS_FILE, type SiteSettings } from './read/read-settings.ts'
import { readStyle } from './read/read-style.ts'
import { PREAMBLE_FILE, readVault, type Vault } from './read/read-vault.ts'
import { REMOVED_MEANWHILE, skippedFile } from './read/skip-reasons.ts'
import { readUnpublished, saysWhatIsUnpublished, Unpublished } from './read/unpublished.ts'
import { compareText } from '../corpus/compare.ts'
import { loadOwnDialect } from './own-dialect.ts'
import { ownAddresses } from './own-files.ts'
import type { LinkInput } from '../corpus/link/resolve-entry.ts'
import type { Dialect, Settings } from '../corpus/site-config.ts'
import type { Document, FilePath, Problem } from '../corpus/vocabulary.ts'
import type { Attachment } from '../corpus/model/resolved.ts'
import { EMPTY_LOCK, NO_UPDATES, type UpdatesLock, type WorkUpdates } from '../corpus/model/updates.ts'

/** The name of the file in the content folder that has what the registries said of works. `npm run refresh` writes it. */
export const LOCK_FILE = 'sources.lock.json'

/**
 * The content of one folder: its settings, bibliography, Markdown files and attachments. Links are not resolved yet.
 */
export class Content {
  /** The content folder, as an absolute path. */
  readonly folder: string
  /** What became of each Markdown file and canvas. A file that could not be read has problems only. */
  #files = new Map<FilePath, ParseResult>()
  /** The texts of the files that are open in an editor, which may not be saved yet. */
  readonly #open = new Map<FilePath, string>()
  #settings!: SiteSettings
  #vault: Vault = { lineBreaks: DEFAULT_DIALECT.lineBreaks, problems: [] }
  #dialect: Dialect = DEFAULT_DIALECT
  #bibliographyFiles = BIBLIOGRAPHY_FILES
  #bibliography: BibliographyInFiles = { bibliography: EMPTY_BIBLIOGRAPHY, files: [] }
  #schema: GraphSchema = NO_SCHEMA
  #relations: GraphRelations = NO_RELATIONS
  #style: ChosenStyle = { style: APA, problems: [] }
  #references = new KnownReferences(APA)
  #lock: { lock: UpdatesLock; updates: WorkUpdates; problems: readonly Problem[] } = {
    lock: EMPTY_LOCK,
    updates: NO_UPDATES,
    problems: [],
  }
  #attachments = new Map<FilePath, Attachment>()
  #bases: BasesInFiles = NO_BASES
  #unpublished = new Unpublished([])
  /** The problems of files that another program keeps back. */
  #keptBack: readonly Problem[] = []
  /** The problems of files that are skipped and are no Markdown files. Those of Markdown files are in `#files`. */
  #skipProblems: readonly Problem[] = []

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Reads a content folder. Rejects with a `UsageError` when there is no such folder. */
  static async read(folder: string): Promise<Content> {
    const content = new Content(folder)
    await loadOwnDialect()
    await content.#readAll()
    content.#readLock()
    return content
  }

  get settings(): Settings {
    return this.#settings.settings
  }

  /** The dialect in which the Markdown files are written. */
  get dialect(): Dialect {
    return this.#dialect
  }

  /** The program for which the folder was written. Undefined where nothing tells. */
  get seenProgram(): SeenProgram | undefined {
    return this.#settings.seen
  }

  /** What is known of retractions and corrections. */
  get lock(): UpdatesLock {
    return this.#lock.lock
  }

  /** The settings file. Undefined where there is none. */
  get settingsFile(): Document | undefined {
    return this.#settings.document
  }

  get bibliographyFiles(): readonly Document[] {
    return this.#bibliography.files
  }

  get bibliography(): Bibliography {
    return this.#bibliography.bibliography
  }

  /** The references in the style of the site that are formatted already. */
  get references(): KnownReferences {
    return this.#references
  }

  /** Everything that `link` needs to resolve the links of all files. */
  get linkInput(): LinkInput {
    return {
      files: withShownDrafts(this.parsed, this.settings),
      unread: [...this.#files].flatMap(([path, { parsed }]) => (parsed === undefined ? [path] : [])),
      settings: this.settings,
      ...(this.settingsFile && { settingsFile: this.settingsFile }),
      bibliography: this.bibliography,
      style: this.#style.style,
      references: this.#references,
      attachments: this.#attachments,
      bases: this.#bases.definitions,
      graph: this.#relations,
      updates: this.#lock.updates,
      ownPages: ownAddresses(),
    }
  }

  /** Tells whether an entry at a path would be published, if it does not say otherwise. */
  isPublished(path: FilePath): boolean {
    return (
      isEntry(path, this.settings) && !path.split('/').some(isHidden) && this.#unpublished.ruleOf(path) === undefined
    )
  }

  /** The number of Markdown files that were found, including those that could not be read. */
  get fileCount(): number {
    return this.#files.size
  }

  /** The Markdown files that could be read. Drafts are among them. */
  get parsed(): Parsed[] {
    return [...this.#files.values()].flatMap(({ parsed }) => parsed ?? [])
  }

  /** The problems within files. Those between files, such as broken links, are found by `link`. */
  get problems(): Problem[] {
    const ofMarkdown = [...this.#files.values()].flatMap(({ problems }) => problems)
    const parts = [
      this.#settings,
      this.#bases,
      this.#relations,
      this.#vault,
      this.#style,
      this.bibliography,
      this.#lock,
    ]
    return [...parts.flatMap(({ problems }) => problems), ...this.#keptBack, ...this.#skipProblems, ...ofMarkdown]
  }

  /** The problems within one file. */
  problemsOf(path: FilePath): readonly Problem[] {
    return this.#files.get(path)?.problems ?? []
  }

  /** Returns the file of a path as it was understood last, or undefined where there is no such file. */
  parsedAt(path: FilePath): Parsed | undefined {
    return this.#files.get(path)?.parsed
  }

  /**
   * Takes the text of a file from an editor, in place of the one on the disk, until `text` is undefined. Whatever is
   * wrong in it, it is taken: who writes it wants to see just that.
   *
   * @returns Whether the file is an entry. Nothing happens for any other.
   */
  edit(path: FilePath, text: string | undefined): boolean {
    if (!this.#isEntry(path) || this.#unpublished.ruleOf(path) !== undefined) return false
    if (text !== undefined) {
      this.#open.set(path, withLineFeeds(text.replace(/^\uFEFF/, '')))
      this.#parseOpen(path)
    } else if (this.#open.delete(path)) this.#reloadEntry(path)
    return true
  }

  /** Parses the text that an editor has. Where nothing can be understood of it, the entry stays as it was. */
  #parseOpen(path: FilePath): void {
    const { parsed = this.parsedAt(path), problems } = parseDocument(
      { path, text: this.#open.get(path)! },
      [],
      this.#dialect,
    )
    this.#files.set(path, { ...(parsed && { parsed }), problems })
  }

  /**
   * Reads files again that were added, changed or removed. In strict mode, a file with an error keeps its last good
   * content, unless it is private now, and the error is reported.
   *
   * @returns Whether anything may be different now.
   */
  async reload(changes: readonly FilePath[]): Promise<boolean> {
    const paths = changes.filter((path) => this.#unpublished.ruleOf(path) === undefined)
    const others = paths.filter((path) => !this.#isEntry(path))
    if (others.some((path) => this.#bibliographyFiles.includes(path))) this.#readBibliography()
    if (others.includes(LOCK_FILE)) this.#readLock()
    if (others.includes(relationsFile(this.folder, this.#schema)))
      this.#relations = readDiscourseRelations(this.folder, this.#schema)
    if (others.some((path) => path === SETTINGS_FILE || path === PREAMBLE_FILE || saysWhatIsUnpublished(path))) {
      const { language, titleCase } = this.settings
      await this.#readAll()
      if (this.settings.language !== language || this.settings.titleCase !== titleCase) this.#readBibliography()
      return true
    }
    if (others.some((path) => path === styleFile(this.settings))) {
      this.#readStyle()
      if (this.#citesInNotes !== (this.#dialect.citesInNotes ?? false)) {
        await this.#readAll()
        return true
      }
    }
    const entries = paths.filter((path) => this.#isEntry(path))
    const whichAreThere = (): string => entries.filter((path) => this.#files.has(path)).join('\0')
    const before = whichAreThere()
    const changed = entries.filter((path) => !this.#open.has(path) && this.#reloadEntry(path))
    if (others.length > 0 || whichAreThere() !== before) await this.#listAgain()
    return changed.length + others.length > 0
  }

  /** Lists the files again. Which files there are may say that all are written in another dialect than before. */
  async #listAgain(): Promise<void> {
    const listing = this.#listFiles()
    const { hasOwnLayout, lineBreaks } = dialectOf(
      this.#settings,
      listing.markdown,
      this.#readVault(listing),
      this.#schema,
    )
    const isSame = hasOwnLayout === this.#dialect.hasOwnLayout && lineBreaks === this.#dialect.lineBreaks
    if (isSame) this.#applyListing(listing)
    else await this.#readAll()
  }

  /** Reads the settings and all Markdown files. The settings come first, because they say how the files are written. */
  async #readAll(): Promise<void> {
    this.#settings = readSiteSettings(this.folder)
    this.#unpublished = readUnpublished(this.folder, this.#settings.seen)
    const listing = this.#listFiles()
    this.#schema = readDiscourseSchema(this.folder)
    this.#relations = readDiscourseRelations(this.folder, this.#schema)
    this.#vault = this.#readVault(listing)
    this.#readStyle()
    this.#dialect = {
      ...dialectOf(this.#settings, listing.markdown, this.#vault, this.#schema),
      ...(this.#citesInNotes && { citesInNotes: true }),
    }
    const { publish } = this.settings
    const entries = [...listing.markdown, ...(this.settings.canvas ? listing.canvases : [])].sort(compareText)
    const read = await readEntries(entries, { folder: this.folder, dialect: this.#dialect, publish })
    this.#files = new Map(
      entries.map((path) => [path, read.get(path) ?? { problems: [skippedFile(path, REMOVED_MEANWHILE)] }]),
    )
    for (const path of this.#open.keys()) this.#parseOpen(path)
    this.#applyListing(listing)
  }

  /** Tells whether the style makes footnotes of citations. */
  get #citesInNotes(): boolean {
    return featuresOf(this.#style.style).isNote
  }

  /** Lists the files, without those that the program of the folder does not publish. */
  #listFiles(): FolderListing {
    const { listing, problems } = this.#unpublished.without(listFiles(this.folder))
    this.#keptBack = problems
    return listing
  }

  #readVault(listing: FolderListing): Vault {
    return readVault(this.folder, listing, this.#settings, SETTINGS_FILE)
  }

  /** Tells whether a file is an entry of its own. Any other may be shown or linked by one. */
  #isEntry(path: FilePath): boolean {
    return isEntry(path, this.settings)
  }

  #applyListing({ attachments, canvases, skipped }: FolderListing): void {
    const others = this.settings.canvas ? attachments : [...attachments, ...canvases].sort(compareText)
    this.#attachments = new Map(others.map((path) => [path, { path }]))
    const works = bibliographyFiles(attachments, this.settings)
    const isSame = works.join('\0') === this.#bibliographyFiles.join('\0') && this.#bibliography.files.length > 0
    this.#bibliographyFiles = works
    if (!isSame) this.#readBibliography()
    this.#bases = this.settings.bases ? readBases(this.folder, attachments) : NO_BASES
    for (const { path, problem } of skipped) if (this.#isEntry(path)) this.#addSkipProblem(path, problem)
    // These files are read by their names, so their problems were reported then.
    const readByName = new Set([SETTINGS_FILE, LOCK_FILE, relationsFile(this.folder, this.#schema), ...works])
    this.#skipProblems = skipped.flatMap(({ path, problem }) =>
      this.#isEntry(path) || readByName.has(path) ? [] : [problem],
    )
  }

  /** Adds the problem to what is known of a Markdown file. When two files have the same name, one of them was read. */
  #addSkipProblem(path: FilePath, problem: Problem): void {
    const { problems = [], ...read } = this.#files.get(path) ?? {}
    const others = problems.filter(({ reason }) => reason !== problem.reason)
    this.#files.set(path, { ...read, problems: [...others, problem] })
  }

  /** @returns Whether the file has new content or was removed. */
  #reloadEntry(path: FilePath): boolean {
    const result = readEntry(path, { folder: this.folder, dialect: this.#dialect })
    if (result === undefined) return this.#files.delete(path)
    const last = this.#files.get(path)?.parsed
    const isBroken = this.settings.mode === 'strict' && result.problems.some(isError)
    // A file that is private now, though only because a field of it is not understood, must not stay public.
    const isHidden = result.parsed !== undefined && isPrivate(result.parsed, this.settings)
    const keepsLast = isBroken && last !== undefined && !isHidden
    this.#files.set(path, keepsLast ? { ...result, parsed: last } : result)
    return !keepsLast
  }

  #readBibliography(): void {
    this.#bibliography = readBibliographyFiles(this.folder, this.#bibliographyFiles, this.settings)
  }

  #readLock(): void {
    const { document, problems } = readFile(this.folder, LOCK_FILE)
    const read = readLock(document)
    this.#lock = { ...read, updates: updatesIn(read.lock), problems: [...problems, ...read.problems] }
  }

  /** Reads the citation style. References that are formatted in another style are dropped. */
  #readStyle(): void {
    const chosen = readStyle(this.folder, this.#settings)
    this.#style = chosen
    if (styleId(chosen.style) !== styleId(this.#references.style)) this.#references = new KnownReferences(chosen.style)
  }
}
