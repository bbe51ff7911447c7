/** The site in memory: disk → corpus → entries. What is derived is derived whole each time. */
import { audit, NOT_AUDITED, type Audit } from '../corpus/audit/audit.ts'
import { auditPage, type AuditPage } from '../corpus/audit/page.ts'
import type { KnownReferences } from '../corpus/bibliography/reference-formatter.ts'
import { link } from '../corpus/link/link.ts'
import { LinkCache } from '../corpus/link/link-cache.ts'
import { asWarning, inOrder } from '../corpus/problem.ts'
import type { SourceList } from '../corpus/model/source-entry.ts'
import { sourceLists } from '../corpus/lists/source-lists.ts'
import { doiOf } from '../corpus/updates.ts'
import { Content } from './content.ts'
import { readHistory } from './read/git-history.ts'
import { alternatesOf, type Alternate } from './alternates.ts'
import { contentCache } from './cache/folders.ts'
import { referencesCacheEntry } from './cache/references.ts'
import { CacheStore } from './cache/store.ts'
import { formatReferences } from './format-references.ts'
import { listsOf, type Lists } from './lists.ts'
import { withImageSizes } from './read/image-sizes.ts'
import { navigationOf, type Navigation } from './navigation.ts'
import { COLLECTIONS, EntryStore, type EntryOf, type LazyEntry, type CollectionName } from './entry-store.ts'
import type { Settings } from '../corpus/site-config.ts'
import { NO_HISTORY } from '../corpus/model/history.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { FilePath, Problem } from '../corpus/vocabulary.ts'
import type { Lock } from '../corpus/model/updates.ts'

/** Counts of Markdown files; `read` is the sum of the others. */
export interface FileCounts {
  readonly read: number
  readonly entries: number
  readonly drafts: number
  /** Those whose problems say why. */
  readonly skipped: number
}

/** What is derived from a corpus when it is asked for. */
interface Derived {
  readonly store: EntryStore
  navigation?: Navigation
  lists?: Lists
  sourceLists?: readonly SourceList[]
  alternates?: readonly Alternate[]
  formatting?: Promise<void>
  audit?: Audit
}

export class Site {
  readonly #content: Content
  readonly #cache: CacheStore
  readonly #linkCache = new LinkCache()
  #history = NO_HISTORY
  #corpus!: Corpus
  #derived!: Derived

  private constructor(content: Content) {
    this.#content = content
    this.#cache = new CacheStore(contentCache(content.folder))
  }

  static async open(folder: string): Promise<Site> {
    const site = new Site(await Content.read(folder))
    site.#readReferences()
    await site.#link()
    await site.#readHistory()
    return site
  }

  get folder(): string {
    return this.#content.folder
  }

  get corpus(): Corpus {
    return this.#corpus
  }

  get settings(): Settings {
    return this.#content.settings
  }

  get navigation(): Navigation {
    return (this.#derived.navigation ??= navigationOf(this.#corpus))
  }

  get lists(): Lists {
    return (this.#derived.lists ??= listsOf(this.#corpus))
  }

  /** What is known of retractions. */
  get lock(): Lock {
    return this.#content.lock
  }

  /** Of the works that can be asked about: those of the bibliography, and those that notes describe. */
  get dois(): string[] {
    const { bibliography } = this.#content
    const listed = bibliography.keys.flatMap((key) => bibliography.get(key) ?? [])
    const dois = [...listed, ...[...this.#corpus.sourceOf.values()].flat()].flatMap((source) => doiOf(source) ?? [])
    return [...new Set(dois)].sort()
  }

  /** What became of every Markdown file that was read. */
  get fileCounts(): FileCounts {
    const [read, parsed, entries] = [this.#content.fileCount, this.#content.parsed.length, this.#corpus.entries.size]
    return { read, entries, drafts: parsed - entries, skipped: read - parsed }
  }

  get problems(): readonly Problem[] {
    const all = [...this.#content.problems, ...this.#corpus.problems]
    return inOrder(this.settings.mode === 'strict' ? all : all.map(asWarning))
  }

  /** What is worth a second look. Nothing where the settings say that nothing is audited. */
  get audit(): Audit {
    return (this.#derived.audit ??= this.#runAudit())
  }

  #runAudit(): Audit {
    const { settingsFile, bibliographyFiles, bibliography } = this.#content
    if (this.settings.audit === 'off') return NOT_AUDITED
    const listed = { files: bibliographyFiles, keys: bibliography.keys }
    return audit({ corpus: this.#corpus, settings: settingsFile, bibliography: listed })
  }

  get auditPages(): readonly AuditPage[] {
    return this.settings.audit === 'off' ? [] : [auditPage(this.#corpus, this.audit)]
  }

  /**
   * Takes up files that were added, changed or removed.
   *
   * @returns Whether any page may look different now.
   */
  async refresh(paths: readonly FilePath[]): Promise<boolean> {
    // Every path is taken up, whatever the first of them changed.
    let changed = false
    for (const path of paths) changed = (await this.#content.reload(path)) || changed
    if (changed) await this.#link()
    return changed
  }

  /** The entries of a kind, in the order of their paths, or of their keys. */
  collection<K extends CollectionName>(kind: K): LazyEntry<EntryOf[K]>[] {
    return this.#derived.store.collection(kind)
  }

  /** The list of all sources, page by page in each of its orders. It waits for every reference to be formatted. */
  get sourceLists(): readonly SourceList[] {
    return (this.#derived.sourceLists ??= sourceLists(this.#corpus))
  }

  /** Every entry that has a page, kind by kind. */
  get entries(): LazyEntry[] {
    return COLLECTIONS.flatMap((kind): LazyEntry[] => this.collection(kind))
  }

  /** The same entries in other formats, each as a file beside the page. */
  get alternates(): readonly Alternate[] {
    return (this.#derived.alternates ??= alternatesOf(this.#corpus, this.#derived.store))
  }

  /** Formats every reference that pages show, once for a corpus, and keeps them for the next run. */
  formatReferences(): Promise<void> {
    return (this.#derived.formatting ??= this.#formatReferences(this.#content.references))
  }

  async #formatReferences(references: KnownReferences): Promise<void> {
    const formatted = await formatReferences(this.#corpus, references)
    this.#cache.write(referencesCacheEntry(references.style), formatted)
  }

  /** No page waits for what was formatted before. */
  #readReferences(): void {
    const { references } = this.#content
    const known = this.#cache.read(referencesCacheEntry(references.style)) ?? {}
    for (const [key, html] of Object.entries(known)) references.add(key, html)
  }

  async #link(): Promise<void> {
    const corpus = link(this.#content.linkInput, this.#linkCache)
    this.#setCorpus({ ...corpus, attachments: await withImageSizes(corpus, this.folder), history: this.#history })
  }

  /** Once, because git is asked: in dev, what is saved is no commit. */
  async #readHistory(): Promise<void> {
    if (this.settings.history === 'off') return
    this.#history = await readHistory(this.folder, this.#corpus, this.#content.dialect)
    this.#setCorpus({ ...this.#corpus, history: this.#history })
  }

  #setCorpus(corpus: Corpus): void {
    this.#corpus = corpus
    this.#derived = { store: new EntryStore(corpus) }
  }
}
