/**
 * The site in memory: its content, the corpus that is linked from it, and the entries and lists that its pages show.
 */
import type { AuditInput } from '../corpus/audit/rule.ts'
import { audit, auditInSteps, NOT_AUDITED, type Audit } from '../corpus/audit/audit.ts'
import { auditPage, type AuditPage } from '../corpus/audit/page.ts'
import { link } from '../corpus/link/link.ts'
import { unformattedWorks } from '../corpus/link/unformatted-works.ts'
import { LinkCache } from '../corpus/link/link-cache.ts'
import type { NameIndex } from '../corpus/link/names.ts'
import type { Resolved } from '../corpus/link/resolve-entry.ts'
import type { Parsed } from '../corpus/model/parsed.ts'
import { asWarning, sortProblems } from '../corpus/problem.ts'
import type { SourceList } from '../corpus/model/source-entry.ts'
import { registeredDoi } from '../corpus/updates/registered-doi.ts'
import { setActivity } from './activity.ts'
import { Content } from './content.ts'
import { assertContentFolder } from './read/content-folder.ts'
import { AttachmentChecks } from './read/check-attachments.ts'
import type { SeenProgram } from './read/detect-program.ts'
import { readHistory } from './read/git-history.ts'
import type { Alternate } from './alternate.ts'
import { digest } from './cache/digest.ts'
import { contentCache } from './cache/folders.ts'
import { referencesCacheEntry } from './cache/references.ts'
import { CacheStore } from './cache/store.ts'
import { Derived } from './derived.ts'
import { Diagrams } from './diagrams/diagrams.ts'
import { formatReferences } from './format-references.ts'
import type { GroundsPage } from './grounds-pages.ts'
import type { Lists } from './lists.ts'
import { withImageSizes } from './read/image-sizes.ts'
import type { Navigation } from './navigation.ts'
import type { SharePicture } from './share-pictures.ts'
import { COLLECTIONS, type EntryOf, type LazyEntry, type CollectionName } from './entry-store.ts'
import type { Settings } from '../corpus/site-config.ts'
import { NO_HISTORY } from '../corpus/model/history.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { Source } from '../corpus/model/source.ts'
import type { FilePath, Problem, SitePath } from '../corpus/vocabulary.ts'
import type { UpdatesLock } from '../corpus/model/updates.ts'
import { areDraftsShown } from './shown-drafts.ts'

/** The numbers of Markdown files. `read` is the sum of the others. */
export interface FileCounts {
  readonly read: number
  readonly entries: number
  readonly drafts: number
  /** The number of files that could not be read. The problems say why. */
  readonly skipped: number
}

/**
 * A site that is read from a content folder. Whatever depends on several entries is derived from the whole corpus and
 * never patched, so that it cannot be stale.
 */
export class Site {
  readonly #content: Content
  readonly #cache: CacheStore
  readonly #linkCache = new LinkCache()
  #history = NO_HISTORY
  #historyProblems: readonly Problem[] = []
  readonly #attachmentChecks: AttachmentChecks
  #attachmentProblems: readonly Problem[] = []
  readonly #diagrams: Diagrams
  #diagramProblems: readonly Problem[] = []
  /** The attachments that were checked last. */
  #checked: Corpus['used'] | undefined
  #corpus!: Corpus
  #derived!: Derived
  #audit: Audit | undefined
  #formatting: Promise<void> | undefined
  #referenceProblems: readonly Problem[] = []

  private constructor(content: Content) {
    this.#content = content
    this.#cache = new CacheStore(contentCache(content.folder))
    this.#attachmentChecks = new AttachmentChecks(content.folder)
    this.#diagrams = new Diagrams(content.folder)
  }

  /**
   * Reads a content folder and links what it contains.
   *
   * @param folder The content folder, as an absolute path.
   * @returns Rejects with a `UsageError` where there is no such folder, or nothing in it. Any other fault of the
   *   content is among the   problems of the site.
   */
  static async open(folder: string): Promise<Site> {
    assertContentFolder(folder)
    const site = new Site(await Content.read(folder))
    site.#readReferences()
    await site.#link()
    await site.#readHistory()
    return site
  }

  /** The content folder, as an absolute path. */
  get folder(): string {
    return this.#content.folder
  }

  get corpus(): Corpus {
    return this.#corpus
  }

  /** The settings, without the names of drafts. */
  get settings(): Settings {
    return this.#corpus.settings
  }

  /** The program for which the content folder was written. Undefined where nothing tells. */
  get seenProgram(): SeenProgram | undefined {
    return this.#content.seenProgram
  }

  /** The links at the top of every page. */
  get navigation(): Navigation {
    return this.#derived.navigation
  }

  get lists(): Lists {
    return this.#derived.lists
  }

  /**
   * The list of all sources, page by page in each of its orders. Asking for it formats every reference that is not
   * formatted yet.
   */
  get sourceLists(): readonly SourceList[] {
    return this.#derived.sourceLists
  }

  /** The same entries in other formats than HTML, as files. */
  get alternates(): readonly Alternate[] {
    return this.#derived.alternates
  }

  /** The pages of what answers rest on. */
  get groundsPages(): readonly GroundsPage[] {
    return this.#derived.groundsPages
  }

  /** The addresses of the files that the site has as they are, without its base. */
  get staticFiles(): ReadonlySet<SitePath> {
    return this.#derived.staticFiles
  }

  /** The pictures of links that readers share. It is undefined where the site has none. */
  get sharePictures(): readonly SharePicture[] | undefined {
    return this.#derived.sharePictures
  }

  /** The pages at addresses that entries had before, as files. */
  get redirectPages(): readonly Alternate[] {
    return this.#derived.redirectPages
  }

  /** What is known of retractions and corrections. */
  get lock(): UpdatesLock {
    return this.#content.lock
  }

  /**
   * The DOIs of all works by which registries know them, sorted: those of the bibliography, and those that notes describe
   * themselves.
   */
  get dois(): string[] {
    return [...new Set(this.#sources.flatMap((source) => registeredDoi(source) ?? []))].sort()
  }

  /** The number of works about which no registry can be asked, because they have no DOI. */
  get worksWithoutDoi(): number {
    return this.#sources.filter((source) => registeredDoi(source) === undefined).length
  }

  /** The works of the bibliography, and those that notes describe themselves, each once. */
  get #sources(): Source[] {
    const { bibliography } = this.#content
    const listed = bibliography.keys.flatMap((key) => bibliography.get(key) ?? [])
    return [...new Set([...listed, ...[...this.#corpus.sourceOf.values()].flat()])]
  }

  /** Counts the Markdown files by what became of them. */
  get fileCounts(): FileCounts {
    const [read, parsed, entries] = [this.#content.fileCount, this.#content.parsed.length, this.#corpus.entries.size]
    return { read, entries, drafts: parsed - entries, skipped: read - parsed }
  }

  /** All problems, sorted by file and line. Unless the site is strict, none of them is an error. */
  get problems(): readonly Problem[] {
    const all = [
      ...this.#content.problems,
      ...this.#corpus.problems,
      ...this.#historyProblems,
      ...this.#attachmentProblems,
      ...this.#derived.redirects.problems,
      ...this.#diagramProblems,
    ]
    return this.#weighed(all)
  }

  /**
   * The problems of works that cannot be written in the citation style, as `formatReferences` found them last. They are
   * not among `problems`, which a build reports before.
   */
  get referenceProblems(): readonly Problem[] {
    return this.#referenceProblems
  }

  /** All problems together, those of references among them, sorted by file and line. */
  get allProblems(): readonly Problem[] {
    return sortProblems([...this.problems, ...this.#referenceProblems])
  }

  /**
   * The findings of the audit, which are no problems but worth a second look. There are none where the settings turn
   * the audit off.
   */
  get audit(): Audit {
    return (this.#audit ??= this.#runAudit())
  }

  #runAudit(): Audit {
    if (this.settings.audit === 'off') return NOT_AUDITED
    setActivity('comparing essays with their evidence')
    return audit(this.auditInput)
  }

  /** Audits the site in steps, between which something else can be done. After the last one `audit` is known. */
  *auditInSteps(): Generator<undefined, void> {
    if (this.#audit !== undefined || this.settings.audit === 'off') return
    const corpus = this.#corpus
    const made = yield* auditInSteps(this.auditInput)
    // Something may have been linked again meanwhile.
    if (corpus === this.#corpus) this.#audit = made
  }

  /** What an audit reads. */
  get auditInput(): AuditInput {
    const { settingsFile, bibliographyFiles, bibliography } = this.#content
    const listed = { files: bibliographyFiles, keys: bibliography.keys }
    return { corpus: this.#corpus, settings: settingsFile, bibliography: listed }
  }

  /**
   * The digest of everything from which the site is made, besides the code and the bytes of attachments. Sites with the
   * same digest have the same pages.
   */
  get contentDigest(): string {
    const { settings, bibliographyFiles, lock, linkInput } = this.#content
    const { entries, attachments, style, history, bases, drawings } = this.#corpus
    const { changes, revisions, formerAnchors = [], ...ofHistory } = history
    return digest([
      [...entries.values()].map(({ path, text, data, body }) => [path, digest([text, data, body])]),
      [...attachments.values()],
      [settings, bibliographyFiles, lock, style, linkInput.graph],
      [bases?.pages, [...(bases?.embedded ?? [])].map(([path, views]) => [path, [...views]]), [...drawings]],
      [[...changes], [...revisions], [...formerAnchors].map(([path, anchors]) => [path, [...anchors]]), ofHistory],
    ])
  }

  /** The page of the audit, or none where the settings turn the audit off. */
  get auditPages(): readonly AuditPage[] {
    return this.settings.audit === 'off' ? [] : [auditPage(this.#corpus, this.audit)]
  }

  /**
   * Reads files again that were added, changed or removed, and links the corpus again.
   *
   * @returns Whether any page may look different now.
   */
  async refresh(paths: readonly FilePath[]): Promise<boolean> {
    const changed = await this.#content.reload(paths)
    if (changed) await this.#link()
    return changed
  }

  /**
   * Takes the text of an entry from an editor, in place of the one on the disk, until `text` is undefined. Nothing is
   * linked again before `settle`.
   *
   * @returns Whether the file is an entry. Nothing happens for any other.
   */
  edit(path: FilePath, text: string | undefined): boolean {
    return this.#content.edit(path, text)
  }

  /** Links everything again after some texts were edited. Diagrams are drawn once they are saved. */
  settle(): Promise<void> {
    return this.#link({ draws: false })
  }

  /** The content from which the site is made, drafts included. */
  get content(): Content {
    return this.#content
  }

  /** The names by which everything can be found, as they were when everything was last linked. */
  get names(): NameIndex {
    return this.#linkCache.names!
  }

  /** Resolves what an entry names, as it is now, with the names of all others as they were last linked. */
  resolveOne(entry: Parsed): Resolved {
    return this.#linkCache.resolveOne(entry)
  }

  /** The problems of an entry as it is now, that can be found without linking the others. */
  problemsOf(path: FilePath): readonly Problem[] {
    const entry = this.#content.parsedAt(path)
    const named = entry === undefined ? [] : this.resolveOne(entry).problems
    return this.#weighed([...this.#content.problemsOf(path), ...named])
  }

  /** Sorts problems. Unless the site is strict, none of them is an error. */
  #weighed(all: readonly Problem[]): Problem[] {
    return sortProblems(this.settings.mode === 'strict' ? all : all.map(asWarning))
  }

  /** Returns the entries of a kind, sorted by path; sources are sorted by key. */
  collection<K extends CollectionName>(kind: K): LazyEntry<EntryOf[K]>[] {
    return this.#derived.store.collection(kind)
  }

  /** Says that most pages are made already, so that their entries need not be kept once they are looked at. */
  expectFewPages(): void {
    this.#derived.store.expectFewPages()
  }

  /** Every entry that has a page, kind by kind. */
  get entries(): LazyEntry[] {
    return COLLECTIONS.flatMap((kind): LazyEntry[] => this.collection(kind))
  }

  /** Formats every reference that pages show, once for each corpus, and stores them for the next run. */
  formatReferences(): Promise<void> {
    return (this.#formatting ??= this.#formatReferences())
  }

  async #formatReferences(): Promise<void> {
    setActivity('formatting references')
    const corpus = this.#corpus
    const { references } = this.#content
    const formatted = await formatReferences(corpus, references)
    // In dev, files may have changed meanwhile.
    if (corpus !== this.#corpus) return this.formatReferences()
    if (!areDraftsShown()) this.#cache.write(referencesCacheEntry(references.style), formatted)
    this.#referenceProblems = unformattedWorks(corpus, this.#content.bibliography, references)
  }

  /** Adds the references that an earlier run formatted, so that no page waits for them. */
  #readReferences(): void {
    const { references } = this.#content
    const known = this.#cache.read(referencesCacheEntry(references.style))
    for (const [key, html] of Object.entries(known?.references ?? {})) references.add(key, { html })
    for (const [key, html] of Object.entries(known?.citations ?? {})) references.addCitation(key, html)
  }

  async #link({ draws } = { draws: true }): Promise<void> {
    setActivity('linking the entries')
    const { revisions } = this.#history
    const linked = link({ ...this.#content.linkInput, revisions }, this.#linkCache)
    const drawn = draws ? await this.#diagrams.drawn(linked) : undefined
    if (drawn !== undefined) this.#diagramProblems = drawn.problems
    const corpus = { ...linked, drawings: drawn?.drawings ?? this.#corpus.drawings }
    // Where no file is used that was not used before, as when only words have changed, these are known already.
    if (this.#checked === corpus.used) {
      const { attachments, history } = this.#corpus
      this.#setCorpus({ ...corpus, attachments, history })
      return
    }
    this.#attachmentProblems = await this.#attachmentChecks.problemsOf(corpus)
    this.#checked = corpus.used
    this.#setCorpus({ ...corpus, attachments: await withImageSizes(corpus, this.folder), history: this.#history })
  }

  /** Reads from git when answers changed. It is done once: in dev, a file that is saved is not committed yet. */
  async #readHistory(): Promise<void> {
    if (this.settings.history === 'off') return
    setActivity('reading the history')
    const { history, problems } = await readHistory(this.folder, this.#corpus, this.#content.dialect, (path) =>
      this.#content.isPublished(path),
    )
    this.#history = history
    this.#historyProblems = problems
    this.#setCorpus({ ...this.#corpus, history: this.#history })
    // Some views of bases depend on when files were changed.
    if (this.#corpus.bases?.usesDates) await this.#link()
  }

  #setCorpus(corpus: Corpus): void {
    this.#corpus = corpus
    this.#derived = new Derived(corpus)
    this.#audit = undefined
    this.#formatting = undefined
  }
}
