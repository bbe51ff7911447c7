/**
 * Builds the search index of a site from its search records. The index consists of shards, each a folder of Pagefind's
 * files. A shard whose records are the same as in the last build is left as it is.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commonWords } from '../../corpus/search/common-words.ts'
import { inShards, type Manifest } from '../../corpus/search/shards.ts'
import { digest } from '../../site/cache/digest.ts'
import { singleWorker } from '../../site/worker-pool.ts'
import { isUpToDate, WRITTEN_SHARDS, writtenFile, type WrittenShard } from '../../site/cache/build-manifest.ts'
import type { CacheStore } from '../../site/cache/store.ts'
import { hasPart, type Share } from '../../site/share.ts'
import { publishShard } from './publish-shard.ts'
import { packPages, type LazyPage } from './transferable-pages.ts'
import { PAGEFIND_OPTIONS } from './run-pagefind.ts'
import buildShard, { type ShardTask } from './shard-worker.ts'
import { TempFolders } from './temp-folders.ts'
import { compareText } from '../../corpus/compare.ts'

/** A search record whose HTML and words are made when they are asked for, see `corpus/search/record.ts`. */
export interface LazySearchRecord extends LazyPage {
  /**
   * Returns the words of the record that a misspelt query may have meant, see `corpus/search/spelling-dictionary.ts`.
   */
  readonly words: () => readonly string[]
  /** Returns a digest of what the record and its words are made from. It is computed faster than they are made. */
  readonly digest: () => string
}

/** What the manifest says of the site. */
export type SiteFacts = Omit<Manifest, 'parts' | 'commonWords' | 'note'>

/** What is known of a shard once it is in the site. */
export type FinishedShard = Pick<WrittenShard, 'digest' | 'madeFrom' | 'words'>

/** The counts of what was indexed. */
export interface IndexResult {
  /** The number of records in the index. */
  readonly records: number
  /** The number of shards that were built now, because their records changed. */
  readonly indexed: number
  /** The number of shards of this share. */
  readonly own: number
  /** The shards of the index, in their order. It is undefined for those of other shares. */
  readonly shards: readonly (FinishedShard | undefined)[]
  /** The numbers of the shards that the last build made as they would be made now. */
  readonly unchanged: readonly number[]
}

/** What a search index is built from, and where. */
export interface IndexOptions {
  readonly records: readonly LazySearchRecord[]
  /** What the pages have to know of the site before they search. */
  readonly facts: SiteFacts
  /** Resolves when the HTML and the words of the records can be asked for. */
  readonly ready: Promise<unknown>
  /**
   * The folder of the index in the site, as an absolute path. Each shard has a folder in it, named by the shard's
   * number. The search engine is in the folder of the first shard.
   */
  readonly folder: string
  /** The folder of the index of the last build, as an absolute path. It may be the same folder. */
  readonly lastFolder: string
  /** The shards that the last build wrote there, in their order. */
  readonly lastShards: readonly (WrittenShard | null)[]
  /** The folder in which shards are built, as an absolute path, on the same file system as the index. */
  readonly workFolder: string
  /** The digest of everything besides the records that the index depends on, such as the project's code. */
  readonly fingerprint: string
  /** The share of the build. Of the index, only the shards of this share are made. */
  readonly share: Share
  /** Says whether this thread has other work to do meanwhile, such as rendering pages. */
  readonly inBackground: boolean
}

/**
 * Builds every shard that changed and publishes it in the folder of the index.
 *
 * Pagefind works in a process of its own, and where this thread has other work, a worker thread hands it the records.
 * So while one shard is built, this thread makes the records of the next, and renders pages. Rejects when a shard
 * cannot be built.
 */
export async function buildIndex(options: IndexOptions): Promise<IndexResult> {
  const { records, ready, folder, lastFolder, lastShards, fingerprint } = options
  const shards = inShards(records)
  const worker = singleWorker(options.inBackground ? records : [], WORKER, buildShard, SHARDS_AT_ONCE)
  const tempFolders = new TempFolders(options.workFolder, () => worker.end())
  const finished: (FinishedShard | undefined)[] = shards.map(() => undefined)
  const unchanged: number[] = []
  const words = new Set<string>()
  let publishing: Promise<void> = Promise.resolve()
  try {
    // The worker thread starts while the records get ready, and can begin at once.
    await ready
    removeOtherShards(folder, shards.length)
    writeManifest(folder, { parts: shards.length, ...options.facts, ...commonWordsOf(shards, options.facts) })
    for (const [number, shard] of shards.entries()) {
      if (!hasPart(options.share, number)) continue
      const last = lastShards[number] ?? undefined
      const entryFile = entryFileOf(join(lastFolder, String(number)))
      const madeFrom = digest([fingerprint, PAGEFIND_OPTIONS, shard.map((record) => [record.url, record.digest()])])
      // Where the entries are the same, so is all that is made of them, and nothing needs to be made to know that.
      if (last?.madeFrom === madeFrom && isUpToDate(entryFile, last.digest, last)) {
        for (const word of last.words) words.add(word)
        finished[number] = last
        unchanged.push(number)
        continue
      }
      const shardWords = [...new Set(shard.flatMap((record) => record.words()))]
      for (const word of shardWords) words.add(word)
      const shardFolder = join(folder, String(number))
      const indexFolder = tempFolders.indexFolder(number)
      const pages = packPages(shard)
      const task: ShardTask = {
        pages,
        fingerprint,
        last,
        entryFile,
        pagesFolder: tempFolders.pagesFolder(number),
        indexFolder,
      }
      const building = worker.run(task, [pages.html.buffer])
      building.catch(reportedLater)
      await publishing
      publishing = building.then(async ({ digest, isUnchanged }) => {
        finished[number] = { digest, madeFrom, words: shardWords }
        if (isUnchanged) unchanged.push(number)
        else await publishShard(indexFolder, shardFolder, number === 0)
      })
      publishing.catch(reportedLater)
    }
    writeFileSync(join(folder, WORDS), wordList(words))
    await publishing
  } finally {
    await worker.end()
    tempFolders.clear()
  }
  const own = shards.filter((_, number) => hasPart(options.share, number))
  return {
    records: own.flat().length,
    indexed: own.length - unchanged.length,
    own: own.length,
    shards: finished,
    unchanged,
  }
}

/** Stores which shards are in the folder of an index, so that the next build can tell which are up to date. */
export function storeShards(store: CacheStore, folder: string, shards: IndexResult['shards']): void {
  const written = shards.map((shard, number): WrittenShard | null => {
    if (shard === undefined) return null
    const { digest, madeFrom, words } = shard
    const file = writtenFile(entryFileOf(join(folder, String(number))), digest)
    return file === undefined ? null : { ...file, madeFrom, words: [...words] }
  })
  store.write(WRITTEN_SHARDS, written)
}

/** The folder of the search index in the site. */
export const INDEX = 'pagefind'

const WORKER = new URL('./shard-worker.ts', import.meta.url)

/**
 * The number of shards that the worker thread has begun: while one is indexed, the pages of another are unpacked and
 * written.
 */
const SHARDS_AT_ONCE = 2

/** Handles a rejection that is awaited later, because an unhandled one would end the process before that. */
const reportedLater = (): void => undefined

/**
 * Returns the file that stands for a shard. A shard's folder is renamed as a whole, so where this file is, the others
 * are as well.
 */
const entryFileOf = (shardFolder: string): string => join(shardFolder, 'pagefind-entry.json')

/** The browser reads this file before it searches. It says how many shards there are. */
const MANIFEST = 'manifest.json'

/** The browser reads this file when a search finds nothing. It has the words that a misspelt query may have meant. */
export const WORDS = 'words.txt'

/** Writes words as the text of their file. */
export const wordList = (words: ReadonlySet<string>): string => [...words].sort(compareText).join('\n')

function writeManifest(folder: string, manifest: Manifest): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest))
}

/** The number of records that are read for the words that many have. */
const SAMPLE = 400

/** Returns the words that many records of an index with several shards have. In a small index no word is dear. */
function commonWordsOf(shards: readonly LazySearchRecord[][], { functionWords = [] }: SiteFacts) {
  if (shards.length === 1) return {}
  const all = shards.flat()
  const step = Math.ceil(all.length / SAMPLE)
  const sample = all.filter((_, index) => index % step === 0)
  return {
    commonWords: commonWords(
      sample.map((record) => record.html()),
      functionWords,
    ),
  }
}

/** Removes what an interrupted build left in the folder, and the shards that there are no longer. */
function removeOtherShards(folder: string, count: number): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (![MANIFEST, WORDS].includes(name) && (!/^\d+$/.test(name) || Number(name) >= count))
      rmSync(join(folder, name), { recursive: true })
}
