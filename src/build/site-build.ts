/**
 * Makes everything of a site besides its pages, in the right order around them, and publishes it.
 *
 * Only the pages that will look different from the last build are rendered. The others stay in the folder of the site
 * as they are. Astro's own incremental build works otherwise: it keeps a second copy of every page, empties the folder
 * of the site, and copies the pages back. Where the disk is slow, that takes longer than rendering. And when it is
 * interrupted, a copy can be newer than the digest that is stored for it.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setActivity } from '../site/activity.ts'
import {
  buildStore,
  isUpToDate,
  WRITTEN_PAGES,
  WRITTEN_SHARDS,
  writtenFile,
  type WrittenFile,
} from '../site/cache/build-manifest.ts'
import { codeDigest } from '../site/cache/code-digest.ts'
import { digest } from '../site/cache/digest.ts'
import { ROOT } from '../site/cache/folders.ts'
import type { CacheStore } from '../site/cache/store.ts'
import { filesIn, pathWithin } from '../site/files-in.ts'
import { buildPlan, type Site } from '../site/index.ts'
import { unlockSite } from '../site/output/lock.ts'
import { publish } from '../site/output/publish.ts'
import { OFFLINE_FILES, offlineFiles } from '../site/service-worker.ts'
import { SHARE_FILE, type ShareRecord } from '../site/output/share-record.ts'
import { outputPath } from '../site/output-path.ts'
import { pageDigests, type PageDigest } from '../site/page-digests.ts'
import { report } from '../site/report.ts'
import { PUBLISHING } from '../site/sudden-end.mjs'
import { publishAttachments } from './attachments.ts'
import type { BuildFolders } from './folders.ts'
import { buildIndex, INDEX, storeShards, type IndexResult } from './search/build-index.ts'
import { recordsOf, searchFacts } from './search/records.ts'
import { writeAll } from './write-all.ts'

/** A page or alternate that has a digest, with its path in the site. */
interface DigestedFile extends PageDigest {
  readonly file: string
}

/** Tells a page from an alternate by its path. */
const isPage = (file: string): boolean => file.endsWith('.html')

/**
 * One build of a site. The pages are rendered by somebody else, after `choosePages` and before `finish`.
 *
 * @example
 * const build = new SiteBuild(await getSite(), openFolders('dist'))
 * await build.choosePages()
 * // The pages that the build plan says are rendered here, into the staging folder.
 * await build.finish(rendered, console.log)
 */
export class SiteBuild {
  readonly folders: BuildFolders
  readonly #site: Site
  readonly #store: CacheStore
  readonly #indexing: Promise<IndexResult> | undefined
  readonly #kept = new Set<string>()
  #digested: readonly DigestedFile[] = []
  /** What the last build wrote, by file. It is empty where everything is made anew. */
  readonly #last: Readonly<Record<string, WrittenFile>>

  /**
   * Begins the build. The search index is built from now on, as soon as all references are formatted, so that it and
   * the pages are made at the same time.
   */
  constructor(site: Site, folders: BuildFolders) {
    this.#site = site
    this.folders = folders
    this.#store = buildStore(site.folder, folders.outDir)
    this.#last = buildPlan().options.fresh ? {} : (this.#store.read(WRITTEN_PAGES) ?? {})
    if (Object.keys(this.#last).length > 0) site.expectFewPages()
    this.#indexing = buildPlan().options.search ? this.#index() : undefined
    // A failure is reported when the index is awaited. Until then it must not end the process as an unhandled
    // rejection.
    this.#indexing?.catch(() => undefined)
  }

  /**
   * Finds the pages and alternates that are up to date in the site, and takes them out of the build plan, so that they
   * are not made again. Waits until all references are formatted.
   */
  async choosePages(): Promise<void> {
    const { outDir } = this.folders
    await this.#site.formatReferences()
    this.#digested = pageDigests(this.#site, (item) => buildPlan().isOwn(item)).map((each) => ({
      ...each,
      file: outputPath(each.address),
    }))
    const upToDate = this.#digested.filter(({ file, digest }) =>
      isUpToDate(join(outDir, file), digest, this.#last[file]),
    )
    buildPlan().leaveOut(new Set(upToDate.map(({ address }) => address)))
    for (const { file } of upToDate) this.#kept.add(file)
  }

  /**
   * Makes everything else, and publishes the site.
   *
   * @param rendered The number of pages that were rendered.
   * @param log Prints a message.
   */
  async finish(rendered: number, log: (message: string) => void): Promise<void> {
    setActivity('writing the files for machines')
    await this.#writeAlternates(log)
    await this.#drawPictures(log)
    const problems = await publishAttachments(this.#site, this.folders.staging)
    if (problems.length > 0) console.error(report(problems, this.#site.folder))
    const index = await this.#finishIndex(log)
    this.#recordShare()
    this.#describeForOffline()
    const others = new Set(
      [...this.#site.redirectPages, ...this.#site.alternates].map(({ address }) => outputPath(address)),
    )
    const kept = [...this.#kept].filter((file) => isPage(file) && !others.has(file))
    this.#publish(index?.shards)
    log(`pages: ${rendered} rendered, ${kept.length} kept`)
  }

  #index(): Promise<IndexResult> {
    const { outDir, staging } = this.folders
    return buildIndex({
      records: recordsOf(this.#site),
      facts: searchFacts(this.#site),
      ready: this.#site.formatReferences(),
      folder: join(staging, INDEX),
      lastFolder: join(outDir, INDEX),
      lastShards: buildPlan().options.fresh ? [] : (this.#store.read(WRITTEN_SHARDS) ?? []),
      workFolder: this.#store.folder,
      fingerprint: codeDigest(ROOT),
      share: buildPlan().options.share,
      inBackground: true,
    })
  }

  /** Waits for the search index, and keeps the shards that did not change. */
  async #finishIndex(log: (message: string) => void): Promise<IndexResult | undefined> {
    setActivity('building the search index')
    const result = await this.#indexing
    if (result === undefined) return undefined
    const { records, own, indexed, unchanged } = result
    const { outDir } = this.folders
    for (const shard of unchanged)
      for (const file of filesIn(join(outDir, INDEX, String(shard)))) this.#kept.add(pathWithin(outDir, file))
    log(`search: ${records} entries, ${indexed} of ${own} parts indexed`)
    return result
  }

  /** Writes the alternates that are not up to date. */
  async #writeAlternates(log: (message: string) => void): Promise<void> {
    const { alternates, redirectPages } = this.#site
    const files = [...alternates, ...redirectPages].filter((each) => buildPlan().isOwn(each))
    const due = buildPlan().due(files)
    await writeAll(due, ({ address, content }) => [join(this.folders.staging, outputPath(address)), content()])
    log(`files for machines: ${due.length} written, ${files.length - due.length} kept`)
  }

  /** Draws the pictures of shared links that are not up to date. What draws them is loaded only then. */
  async #drawPictures(log: (message: string) => void): Promise<void> {
    const pictures = (this.#site.sharePictures ?? []).filter((each) => buildPlan().isOwn(each))
    const due = buildPlan().due(pictures)
    if (due.length > 0) {
      setActivity('drawing the pictures of shared links')
      const { drawPictures } = await import('./draw-pictures.ts')
      await drawPictures(due, this.folders.staging)
    }
    if (pictures.length > 0) log(`pictures of links: ${due.length} drawn, ${pictures.length - due.length} kept`)
  }

  /** Says which build this is, where browsers keep it. Of shares that is known when they are joined. */
  #describeForOffline(): void {
    if (!this.#site.settings.offline || buildPlan().options.share.of > 1) return
    const { outDir, staging } = this.folders
    const kept = [...this.#kept].map((file) => [file, join(outDir, file)] as const)
    const made = filesIn(staging).map((path) => [pathWithin(staging, path), path] as const)
    writeFileSync(join(staging, OFFLINE_FILES), offlineFiles(new Map([...kept, ...made])))
  }

  /** Says which share of the site this is, where it is not all of it. */
  #recordShare(): void {
    const { share, search } = buildPlan().options
    if (share.of === 1) return
    const record: ShareRecord = {
      ...share,
      code: codeDigest(ROOT),
      content: digest([this.#site.contentDigest, search]),
    }
    writeFileSync(join(this.folders.staging, SHARE_FILE), `${JSON.stringify(record)}\n`)
  }

  /** Publishes the site when everything is made, and stores the digests for the next build. */
  #publish(shards: IndexResult['shards'] | undefined): void {
    setActivity(PUBLISHING)
    const { outDir, staging } = this.folders
    // A build that ends while it publishes leaves nothing that the next one would trust.
    this.#store.remove(WRITTEN_PAGES)
    this.#store.remove(WRITTEN_SHARDS)
    publish({ staging, kept: this.#kept, entries: this.#site.corpus.entries.size }, outDir)
    const written = this.#digested.flatMap(({ file, digest }): [string, WrittenFile][] => {
      const record = this.#kept.has(file) ? this.#last[file] : writtenFile(join(outDir, file), digest)
      return record === undefined ? [] : [[file, record]]
    })
    this.#store.write(WRITTEN_PAGES, Object.fromEntries(written))
    if (shards !== undefined) storeShards(this.#store, join(outDir, INDEX), shards)
    unlockSite(outDir)
  }
}
