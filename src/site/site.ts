/** The site in memory: disk → corpus → entries. In dev it is patched file by file; what is derived is derived whole each time. */
import { imageSizeFromFile } from 'image-size/fromFile'
import { EMPTY_BIBLIOGRAPHY, readBibliography, type Bibliography } from '../corpus/bibliography.ts'
import type {
  Entry,
  InquiryEntry,
  InquirySummary,
  NoteEntry,
  NoteSummary,
  PageEntry,
  TopicSummary,
} from '../corpus/entry.ts'
import { NO_HISTORY } from '../corpus/history/history.ts'
import { isMarkdown, SECTIONS } from '../corpus/identity.ts'
import { filterValues, inquiryList, noteList, topicList } from '../corpus/listings.ts'
import { link } from '../corpus/link.ts'
import { LinkMemory } from '../corpus/link-memory.ts'
import { KINDS } from '../corpus/model.ts'
import type {
  Attachment,
  Corpus,
  Dialect,
  FilePath,
  Kind,
  Parsed,
  Problem,
  Settings,
  SitePath,
} from '../corpus/model.ts'
import { DEFAULT_DIALECT, type ParseResult } from '../corpus/parse.ts'
import { asWarning, inOrder, isError } from '../corpus/problem.ts'
import { render } from '../corpus/render.ts'
import type { FilterName } from '../corpus/search-record.ts'
import { readSettings } from '../corpus/settings.ts'
import { doiOf, EMPTY_LOCK, readLock, type Lock } from '../corpus/updates.ts'
import { digest } from './digest.ts'
import { modeFromEnvironment, onDisk, readFile } from './content-folder.ts'
import { besideEntry } from './exports.ts'
import { readHistory } from './history.ts'
import { listFiles, type Listing } from './listing.ts'
import { recallReferences } from './kept-references.ts'
import { readEntries } from './read-entries.ts'
import { readEntry } from './read-entry.ts'
import { GONE, skipped } from './skipped.ts'

export const SETTINGS_FILE = 'site.yaml'
export const BIBLIOGRAPHY_FILE = 'references.bib'
export const LOCK_FILE = 'sources.lock.json'

interface EntryOf {
  inquiry: InquiryEntry
  note: NoteEntry
  page: PageEntry
}

/** An entry that is rendered when it is opened, so that dev renders only the page that is asked for. */
export interface Shelved<E extends Entry = Entry> {
  /** The part of its address after that of its section, without slashes at the ends: the page's route parameter. */
  readonly slug: string
  readonly address: SitePath
  readonly parsed: Parsed
  open(): E
}

/** A page, and the digest of all that it prints. */
export interface Printed {
  readonly address: SitePath
  /** Addresses of what is written beside it, from the same facts. */
  readonly beside: readonly SitePath[]
  readonly digest: string
}

/** The lists of the site, each in the order in which it is shown. */
export interface Lists {
  readonly inquiries: readonly InquirySummary[]
  readonly notes: readonly NoteSummary[]
  readonly topics: readonly TopicSummary[]
  /** What search results can be narrowed to. */
  readonly filters: Readonly<Record<Exclude<FilterName, 'author'>, readonly string[]>>
}

/** Counts of Markdown files; `read` is the sum of the others. */
export interface Census {
  readonly read: number
  readonly entries: number
  readonly drafts: number
  /** Those whose problems say why. */
  readonly skipped: number
}

export class Site {
  readonly folder: string
  #files = new Map<FilePath, ParseResult>()
  #settings!: { settings: Settings; problems: readonly Problem[] }
  #dialect: Dialect = DEFAULT_DIALECT
  #bibliography: Bibliography = EMPTY_BIBLIOGRAPHY
  #lock: { lock: Lock; problems: readonly Problem[] } = { lock: EMPTY_LOCK, problems: [] }
  #attachments = new Map<FilePath, Attachment>()
  /** Of what is no Markdown file; that of Markdown files is with the files. */
  #skipped: readonly Problem[] = []
  readonly #memory = new LinkMemory()
  #history = NO_HISTORY
  #corpus: Corpus | undefined
  #entries = new Map<FilePath, Entry>()
  #navigation: Navigation | undefined
  #lists: Lists | undefined
  #leftOut: ReadonlySet<SitePath> = new Set()

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(folder: string): Promise<Site> {
    const site = new Site(folder)
    recallReferences(folder)
    await site.#readAll()
    site.#readBibliography()
    site.#readLock()
    await site.#link()
    await site.#readHistory()
    return site
  }

  get corpus(): Corpus {
    return this.#corpus!
  }

  get settings(): Settings {
    return this.#settings.settings
  }

  /** The links at the top of every page: what `site.yaml` says, or the sections that have something in them and every page. */
  get navigation(): Navigation {
    return (this.#navigation ??= this.settings.navigation ?? defaultNavigation(this.corpus))
  }

  /** What is known of retractions. */
  get lock(): Lock {
    return this.#lock.lock
  }

  /** Of the works that can be asked about: those of the bibliography, and those that notes describe. */
  get dois(): string[] {
    const listed = this.#bibliography.keys.flatMap((key) => this.#bibliography.get(key) ?? [])
    const dois = [...listed, ...[...this.corpus.sourceOf.values()].flat()].flatMap((source) => doiOf(source) ?? [])
    return [...new Set(dois)].sort()
  }

  /** What became of every Markdown file that was read. */
  get census(): Census {
    const parsed = [...this.#files.values()].flatMap((file) => file.parsed ?? [])
    const entries = this.corpus.entries.size
    return {
      read: this.#files.size,
      entries,
      drafts: parsed.length - entries,
      skipped: this.#files.size - parsed.length,
    }
  }

  get problems(): readonly Problem[] {
    const ofFiles = [...this.#files.values()].flatMap(({ problems }) => problems)
    const beside = [
      ...this.#settings.problems,
      ...this.#bibliography.problems,
      ...this.#lock.problems,
      ...this.#skipped,
    ]
    const all = [...beside, ...ofFiles, ...this.corpus.problems]
    return inOrder(this.settings.mode === 'strict' ? all : all.map(asWarning))
  }

  /**
   * Takes up files that were added, changed or removed. In strict mode a file with an error keeps its last good form, and the error is
   * reported.
   *
   * @returns Whether any page may look different now.
   */
  async refresh(paths: readonly FilePath[]): Promise<boolean> {
    // Every path is taken up, whatever the first of them changed.
    let changed = false
    for (const path of paths) changed = (await this.#takeUp(path)) || changed
    if (changed) await this.#link()
    return changed
  }

  async #takeUp(path: FilePath): Promise<boolean> {
    if (isMarkdown(path)) return this.#read(path)
    if (path === SETTINGS_FILE) await this.#readAll()
    else if (path === BIBLIOGRAPHY_FILE) this.#readBibliography()
    else if (path === LOCK_FILE) this.#readLock()
    else this.#takeUpListing(listFiles(this.folder))
    return true
  }

  /** The entries of a kind, in the order of their paths. */
  shelf<K extends Kind>(kind: K): Shelved<EntryOf[K]>[] {
    const of = [...this.corpus.entries.values()].filter((entry) => entry.kind === kind)
    return of.map((parsed) => ({
      slug: this.corpus.addresses.get(parsed.path)!.slice(SECTIONS[kind].length, -1),
      address: this.corpus.addresses.get(parsed.path)!,
      parsed,
      open: () => this.#open(parsed) as EntryOf[K],
    }))
  }

  /** The topics with what belongs to each, those apart whose page is left out. */
  dueTopics(): readonly TopicSummary[] {
    return this.lists.topics.filter(({ slug }) => !this.#leftOut.has(topicPath(slug)))
  }

  /** The entries of a kind whose pages are to be rendered: all of them, unless a build says otherwise. */
  due<K extends Kind>(kind: K): Shelved<EntryOf[K]>[] {
    return this.shelf(kind).filter(({ address }) => !this.#leftOut.has(address))
  }

  /** @param addresses Of pages that are there already, just as they would be rendered. */
  leaveOut(addresses: ReadonlySet<SitePath>): void {
    this.#leftOut = addresses
  }

  /** Every page of an entry or a topic, with the digest of all that it prints: the same digest is the same page. */
  printed(): Printed[] {
    const frame = digest([this.settings, this.navigation])
    const entries = KINDS.flatMap((kind): Shelved[] => this.shelf(kind)).map(
      (shelved) => [shelved.address, besideEntry(shelved), digest([frame, shelved.open()])] as const,
    )
    const topics = this.lists.topics.map((topic) => [topicPath(topic.slug), [], digest([frame, topic])] as const)
    return [...entries, ...topics].map(([address, beside, digest]) => ({ address, beside, digest }))
  }

  get lists(): Lists {
    const { corpus } = this
    return (this.#lists ??= {
      inquiries: inquiryList(corpus),
      notes: noteList(corpus),
      topics: topicList(corpus),
      filters: filterValues(corpus),
    })
  }

  #open(parsed: Parsed): Entry {
    let entry = this.#entries.get(parsed.path)
    if (entry === undefined) this.#entries.set(parsed.path, (entry = render(this.corpus, parsed)))
    return entry
  }

  /** Settings first: they say how the files are written. */
  async #readAll(): Promise<void> {
    const listing = listFiles(this.folder)
    const { document, problems: unread } = readFile(this.folder, SETTINGS_FILE)
    const { settings, problems } = readSettings(document)
    this.#settings = {
      settings: { ...settings, mode: modeFromEnvironment() ?? settings.mode },
      problems: [...unread, ...problems],
    }
    this.#dialect = {
      inquiryPrefix: settings.inquiryPrefix,
      wikilinks: settings.wikilinks,
      hasOwnLayout: document !== undefined || listing.markdown.some((path) => /^(inquiries|notes)\//.test(path)),
    }
    const read = await readEntries(listing.markdown, { folder: this.folder, dialect: this.#dialect })
    this.#files = new Map(listing.markdown.map((path) => [path, read.get(path) ?? { problems: [skipped(path, GONE)] }]))
    this.#takeUpListing(listing)
  }

  #takeUpListing({ attachments, skipped }: Listing): void {
    this.#attachments = new Map(attachments.map((path) => [path, { path }]))
    for (const { path, problem } of skipped) if (isMarkdown(path)) this.#skip(path, problem)
    // Settings and bibliography are looked for by name, so what is said of them is known already.
    const known = new Set([SETTINGS_FILE, BIBLIOGRAPHY_FILE, LOCK_FILE])
    this.#skipped = skipped.flatMap(({ path, problem }) => (isMarkdown(path) || known.has(path) ? [] : [problem]))
  }

  /** One of the same name may have been read. */
  #skip(path: FilePath, problem: Problem): void {
    const { problems = [], ...read } = this.#files.get(path) ?? {}
    const others = problems.filter(({ reason }) => reason !== problem.reason)
    this.#files.set(path, { ...read, problems: [...others, problem] })
  }

  /** @returns Whether the file has a new form. */
  #read(path: FilePath): boolean {
    const result = readEntry(path, { folder: this.folder, dialect: this.#dialect })
    if (result === undefined) return this.#files.delete(path)
    const last = this.#files.get(path)?.parsed
    const broken = this.settings.mode === 'strict' && result.problems.some(isError)
    const keepsLast = broken && last !== undefined
    this.#files.set(path, keepsLast ? { ...result, parsed: last } : result)
    return !keepsLast
  }

  #readBibliography(): void {
    const { document, problems } = readFile(this.folder, BIBLIOGRAPHY_FILE)
    const read = document === undefined ? EMPTY_BIBLIOGRAPHY : readBibliography(document)
    this.#bibliography = { ...read, problems: [...problems, ...read.problems] }
  }

  #readLock(): void {
    this.#lock = readLock(readFile(this.folder, LOCK_FILE).document)
  }

  async #link(): Promise<void> {
    const files = [...this.#files.values()].flatMap(({ parsed }) => parsed ?? [])
    const unread = [...this.#files].flatMap(([path, { parsed }]) => (parsed === undefined ? [path] : []))
    const corpus = link(
      {
        files,
        unread,
        settings: this.settings,
        bibliography: this.#bibliography,
        attachments: this.#attachments,
        updates: new Map(Object.entries(this.lock.works)),
      },
      this.#memory,
    )
    this.#corpus = { ...corpus, attachments: await this.#measure(corpus), history: this.#history }
    this.#entries.clear()
    this.#navigation = this.#lists = undefined
  }

  /** Once, because git is asked: in dev, what is saved is no commit. */
  async #readHistory(): Promise<void> {
    if (this.settings.history === 'off') return
    this.#history = await readHistory(this.folder, this.corpus, this.#dialect)
    this.#corpus = { ...this.corpus, history: this.#history }
  }

  /** Only pictures that are shown are opened, and only as far as their size needs. */
  async #measure({ used, attachments }: Corpus): Promise<Map<FilePath, Attachment>> {
    const measured = new Map(attachments)
    for (const path of used) {
      const size = await imageSizeFromFile(onDisk(this.folder, path)).catch(() => undefined)
      if (size !== undefined) measured.set(path, { path, width: size.width, height: size.height })
    }
    return measured
  }
}

type Navigation = readonly { readonly label: string; readonly to: string }[]

const topicPath = (slug: string): SitePath => `/topics/${slug}/`

function defaultNavigation({ entries, topics, addresses }: Corpus): Navigation {
  const kinds = new Set([...entries.values()].map(({ kind }) => kind))
  const pages = [...entries.values()].filter(({ kind }) => kind === 'page')
  return [
    ...(kinds.has('inquiry') ? [{ label: 'Inquiries', to: '/inquiries/' }] : []),
    ...(kinds.has('note') ? [{ label: 'Notes', to: '/notes/' }] : []),
    ...(topics.size > 0 ? [{ label: 'Topics', to: '/topics/' }] : []),
    ...pages.map(({ title, path }) => ({ label: title, to: addresses.get(path)! })),
  ]
}
