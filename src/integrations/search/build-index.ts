/** Search records → a folder of index files for each part. A part whose records are those of the last build stays as it is. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify } from 'vite'
import { inShards, type Manifest } from '../../corpus/search/shards.ts'
import { singleWorker } from '../../site/worker-pool.ts'
import { SHARDS, writtenFile, type WrittenFile } from '../../site/cache/build-manifest.ts'
import type { CacheStore } from '../../site/cache/store.ts'
import { pack, type LazyRecord } from './transferable-pages.ts'
import makeShard from './shard-worker.ts'
import { TempFolders } from './temp-folders.ts'
import { compareText } from '../../corpus/compare.ts'

export interface SiteRecord extends LazyRecord {
  /** What a search may have meant, see `corpus/search/words.ts`. */
  readonly words: () => readonly string[]
}

export interface Indexed {
  readonly records: number
  readonly shards: number
  /** Parts that had to be made. */
  readonly made: number
}

export interface Indexing {
  readonly records: readonly SiteRecord[]
  /** When the records can be asked for. */
  readonly ready: Promise<unknown>
  /** The folder of the index in the site. Each part has a folder in it, called by its number; the engine is in the first. */
  readonly to: string
  /** Keeps what the shards were made from. */
  readonly store: CacheStore
  /** Digest of what else they are made by. */
  readonly maker: string
  /** Is there other work to be done here meanwhile? */
  readonly inBackground: boolean
}

/**
 * The engine works in a process of its own, and a thread hands it the records where there is other work, so while a part is made, the
 * records of the next are made here, and pages are rendered.
 */
export async function indexRecords(indexing: Indexing): Promise<Indexed> {
  const { records, ready, to, store, maker } = indexing
  const shards = inShards(records)
  const last = store.read(SHARDS) ?? []
  const thread = singleWorker(indexing.inBackground ? records : [], THREAD, makeShard, SHARDS_AT_ONCE)
  const folders = new TempFolders(store.folder, () => thread.end())
  const now: WrittenFile[] = []
  let publishing: Promise<void> = Promise.resolve()
  let count = 0
  try {
    // The thread gets ready meanwhile, and begins at once.
    await ready
    removeOtherShards(to, shards.length)
    writeManifest(to, { parts: shards.length }, records)
    for (const [number, shard] of shards.entries()) {
      const folder = join(to, String(number))
      const [entry, made] = [entryOf(folder), folders.indexOf(number)]
      const packed = pack(shard)
      const task = {
        packed,
        maker,
        last: last[number],
        entry,
        memory: folders.pagesOf(number),
        to: made,
      }
      const done = thread.run(task, [packed.html.buffer])
      done.catch(reportedLater)
      await publishing
      publishing = done.then(async ({ from, isKept }) => {
        if (!isKept) {
          await publish(made, folder, number === 0)
          count++
        }
        now.push(writtenFile(entry, from)!)
      })
      publishing.catch(reportedLater)
    }
    await publishing
  } finally {
    await thread.end()
    folders.clear()
  }
  store.write(SHARDS, now)
  return { records: records.length, shards: shards.length, made: count }
}

const THREAD = new URL('./shard-worker.ts', import.meta.url)

/** Parts that the thread has begun: while one is made, the records of another are laid out. */
const SHARDS_AT_ONCE = 2

/** A failure must not end the process before. */
const reportedLater = (): void => undefined

/** The file by which a part is known: the folder gets its name only when it is whole. */
const entryOf = (folder: string): string => join(folder, 'pagefind-entry.json')

/** What the pages want to know before they search, and when nothing is found. */
const MANIFEST = 'manifest.json'
const WORDS = 'words.txt'

function writeManifest(folder: string, manifest: Manifest, records: readonly SiteRecord[]): void {
  mkdirSync(folder, { recursive: true })
  const words = new Set(records.flatMap(({ words }) => words()))
  writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest))
  writeFileSync(join(folder, WORDS), [...words].sort(compareText).join('\n'))
}

/** What an interrupted build left, and parts there are no longer. */
function removeOtherShards(folder: string, count: number): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (![MANIFEST, WORDS].includes(name) && (!/^\d+$/.test(name) || Number(name) >= count))
      rmSync(join(folder, name), { recursive: true })
}

/** @param withEngine Is the engine to be beside it, and not only what it reads? */
async function publish(made: string, folder: string, withEngine: boolean): Promise<void> {
  for (const name of readdirSync(made))
    if (UNUSED.test(name) || (!withEngine && ENGINE.test(name))) rmSync(join(made, name))
  if (withEngine) for (const name of SCRIPTS) await minifyFile(join(made, name))
  replace(folder, made)
}

/** As the engine brings them, they have their spaces still. */
const SCRIPTS = ['pagefind.js', 'pagefind-worker.js']

async function minifyFile(file: string): Promise<void> {
  const { code, errors } = await minify(file, readFileSync(file, 'utf8'), { module: !file.endsWith('worker.js') })
  if (errors.length === 0) writeFileSync(file, code)
}

/** Of what the engine brings, the pages use none of its own interfaces. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./
const ENGINE = /^(pagefind(-worker)?\.js|wasm\..*)$/

function replace(folder: string, by: string): void {
  if (existsSync(folder)) renameSync(folder, `${folder}.old`)
  renameSync(by, folder)
  rmSync(`${folder}.old`, { recursive: true, force: true })
}
