/** The site in memory: disk → corpus → entries. In dev it is patched file by file; what is derived is derived whole each time. */
import { imageSizeFromFile } from 'image-size/fromFile'
import { audit, NOT_AUDITED, type Audit } from '../corpus/audit/audit.ts'
import { AUDIT_PATH, auditPage, type AuditPage } from '../corpus/audit/page.ts'
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
import { isMarkdown, SECTIONS } from '../corpus/identity.ts'
import { filterValues, inquiryList, noteList, topicList } from '../corpus/listings.ts'
import { link } from '../corpus/link.ts'
import { LinkMemory } from '../corpus/link-memory.ts'
import { KINDS } from '../corpus/model.ts'
import type {
  Attachment,
  Corpus,
  Dialect,
  Document,
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
import { digest } from './digest.ts'
import { modeFromEnvironment, onDisk, readFile } from './content-folder.ts'
import { listFiles, type Listing } from './listing.ts'
import { recallReferences } from './kept-references.ts'
import { readEntries } from './read-entries.ts'
import { readEntry } from './read-entry.ts'
import { GONE, skipped } from './skipped.ts'

export const SETTINGS_FILE = 'site.yaml'
export const BIBLIOGRAPHY_FILE = 'references.bib'

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
  open(): E
}

/** A page, and the digest of all that it prints. */
export interface Printed {
  readonly address: SitePath
  readonly digest: string
}

/** The lists of the site, each in the order in which it is shown. */
export interface Lists {
  readonly inquiries: readonly InquirySummary[]
  readonly notes: readonly NoteSummary[]
  readonly topics: readonly TopicSummary[]
  /** What search results can be narrowed to. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>
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
  /** Files beside the entries in which something may be found. */
  #settingsFile: Document | undefined
  #bibliographyFile: Document | undefined
  #dialect: Dialect = DEFAULT_DIALECT
  #bibliography: Bibliography = EMPTY_BIBLIOGRAPHY
  #attachments = new Map<FilePath, Attachment>()
  /** Of what is no Markdown file; that of Markdown files is with the files. */
  #skipped: readonly Problem[] = []
  readonly #memory = new LinkMemory()
  #corpus: Corpus | undefined
  #entries = new Map<FilePath, Entry>()
  #navigation: Navigation | undefined
  #lists: Lists | undefined
  #audit: Audit | undefined
  #leftOut: ReadonlySet<SitePath> = new Set()

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(folder: string): Promise<Site> {
    const site = new Site(folder)
    recallReferences(folder)
    await site.#readAll()
    site.#readBibliography()
    await site.#link()
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
    const beside = [...this.#settings.problems, ...this.#bibliography.problems, ...this.#skipped]
    const all = [...beside, ...ofFiles, ...this.corpus.problems]
    return inOrder(this.settings.mode === 'strict' ? all : all.map(asWarning))
  }

  /** What is worth a second look. Nothing where the settings say that nothing is audited. */
  get audit(): Audit {
    const { keys } = this.#bibliography
    const bibliography = this.#bibliographyFile && { ...this.#bibliographyFile, keys }
    const evidence = { corpus: this.corpus, settings: this.#settingsFile, bibliography }
    return (this.#audit ??= this.settings.audit === 'off' ? NOT_AUDITED : audit(evidence))
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
    else this.#takeUpListing(listFiles(this.folder))
    return true
  }

  /** The entries of a kind, in the order of their paths. */
  shelf<K extends Kind>(kind: K): Shelved<EntryOf[K]>[] {
    const of = [...this.corpus.entries.values()].filter((entry) => entry.kind === kind)
    return of.map((parsed) => ({
      slug: this.corpus.addresses.get(parsed.path)!.slice(SECTIONS[kind].length, -1),
      address: this.corpus.addresses.get(parsed.path)!,
      open: () => this.#open(parsed) as EntryOf[K],
    }))
  }

  /** The topics with what belongs to each, those apart whose page is left out. */
  dueTopics(): readonly TopicSummary[] {
    return this.lists.topics.filter(({ slug }) => !this.#leftOut.has(topicPath(slug)))
  }

  /** The page of the audit, or none where it is left out. */
  dueAudit(): readonly AuditPage[] {
    return this.#leftOut.has(AUDIT_PATH) ? [] : this.#auditPages()
  }

  #auditPages(): readonly AuditPage[] {
    return this.settings.audit === 'off' ? [] : [auditPage(this.corpus, this.audit)]
  }

  /** The entries of a kind whose pages are to be rendered: all of them, unless a build says otherwise. */
  due<K extends Kind>(kind: K): Shelved<EntryOf[K]>[] {
    return this.shelf(kind).filter(({ address }) => !this.#leftOut.has(address))
  }

  /** @param addresses Of pages that are there already, just as they would be rendered. */
  leaveOut(addresses: ReadonlySet<SitePath>): void {
    this.#leftOut = addresses
  }

  /** Every page of an entry or a topic, and that of the audit, with the digest of all that it prints: the same digest is the same page. */
  printed(): Printed[] {
    const frame = digest([this.settings, this.navigation])
    const entries = KINDS.flatMap((kind): Shelved[] => this.shelf(kind)).map((shelved) => [
      shelved.address,
      shelved.open(),
    ])
    const topics = this.lists.topics.map((topic) => [topicPath(topic.slug), topic])
    const audits = this.#auditPages().map((page) => [AUDIT_PATH, page])
    return [...entries, ...topics, ...audits].map(([address, shown]) => ({
      address: address as SitePath,
      digest: digest([frame, shown]),
    }))
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
    this.#settingsFile = document
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
    const known = new Set([SETTINGS_FILE, BIBLIOGRAPHY_FILE])
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
    this.#bibliographyFile = document
    this.#bibliography = { ...read, problems: [...problems, ...read.problems] }
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
      },
      this.#memory,
    )
    this.#corpus = { ...corpus, attachments: await this.#measure(corpus) }
    this.#entries.clear()
    this.#navigation = this.#lists = this.#audit = undefined
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

function defaultNavigation({ settings, entries, topics, addresses }: Corpus): Navigation {
  const kinds = new Set([...entries.values()].map(({ kind }) => kind))
  const pages = [...entries.values()].filter(({ kind }) => kind === 'page')
  return [
    ...(kinds.has('inquiry') ? [{ label: 'Inquiries', to: '/inquiries/' }] : []),
    ...(kinds.has('note') ? [{ label: 'Notes', to: '/notes/' }] : []),
    ...(topics.size > 0 ? [{ label: 'Topics', to: '/topics/' }] : []),
    ...(settings.audit === 'listed' ? [{ label: 'Audit', to: AUDIT_PATH }] : []),
    ...pages.map(({ title, path }) => ({ label: title, to: addresses.get(path)! })),
  ]
}
