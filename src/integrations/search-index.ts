/** Search records → a folder of index files for each part. A part whose records are those of the last build stays as it is. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'
import { minify } from 'vite'
import { compareText } from '../corpus/problem.ts'
import { inParts, type Manifest } from '../corpus/search/parts.ts'
import { digest } from '../site/digest.ts'
import { isAsMade, made, writeState, type Made } from './last-build.ts'

export interface LazyRecord {
  readonly url: string
  readonly html: () => string
  /** What a search may have meant, see `corpus/search/words.ts`. */
  readonly words: () => readonly string[]
}

export interface Indexed {
  readonly records: number
  readonly parts: number
  /** Parts that had to be made. */
  readonly made: number
}

/**
 * Postings to a file of the index. With several parts a query fetches a file from each, so they are smaller than the usual 20 000.
 * The engine reads the number from its environment only.
 */
const POSTINGS = '2000'
/** Signs that are part of a word, so that `C++` and `C#` are not `C`. */
const CHARACTERS = '+#'

/**
 * @param to The folder of the index in the site. Each part has a folder in it, called by its number; the engine is in the first.
 * @param stateFile Where it is kept what the parts were made from.
 * @param maker Digest of what else they are made by.
 */
export async function indexRecords(
  records: readonly LazyRecord[],
  to: string,
  stateFile: string,
  maker: string,
): Promise<Indexed> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = POSTINGS
  const parts = inParts(records).map((part) => ({ part, digest: digestOf(part, maker) }))
  const last = readParts(stateFile)
  removeOthers(to, parts.length)
  writeBeside(to, { parts: parts.length }, records)
  const now: Made[] = []
  let count = 0
  for (const [number, { part, digest }] of parts.entries()) {
    const [folder, before] = [join(to, String(number)), last[number]]
    if (before === undefined || !isAsMade(entryOf(folder), digest, before)) {
      await makePart(part, folder, number === 0)
      count++
    }
    now.push(made(entryOf(folder), digest)!)
  }
  await close()
  writeState(stateFile, now)
  return { records: records.length, parts: parts.length, made: count }
}

const digestOf = (part: readonly LazyRecord[], maker: string): string =>
  digest([maker, POSTINGS, CHARACTERS, ...part.map(({ url, html }) => [url, digest(html())])])

/** The file by which a part is known: the folder gets its name only when it is whole. */
const entryOf = (folder: string): string => join(folder, 'pagefind-entry.json')

function readParts(file: string): Made[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Made[]
  } catch {
    return []
  }
}

/** What the pages want to know before they search, and when nothing is found. */
const MANIFEST = 'manifest.json'
const WORDS = 'words.txt'

function writeBeside(folder: string, manifest: Manifest, records: readonly LazyRecord[]): void {
  mkdirSync(folder, { recursive: true })
  const words = new Set(records.flatMap(({ words }) => words()))
  writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest))
  writeFileSync(join(folder, WORDS), [...words].sort(compareText).join('\n'))
}

/** What an interrupted build left, and parts there are no longer. */
function removeOthers(folder: string, count: number): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (![MANIFEST, WORDS].includes(name) && (!/^\d+$/.test(name) || Number(name) >= count))
      rmSync(join(folder, name), { recursive: true })
}

/** Records on their way to the indexer at a time, so that it never waits for the pages that are rendered meanwhile. */
const AHEAD = 500

async function makePart(records: readonly LazyRecord[], folder: string, withEngine: boolean): Promise<void> {
  const { index, errors } = await createIndex({ includeCharacters: CHARACTERS })
  if (index === undefined) throw new Error(`The search index was not made: ${errors.join('; ')}`)
  for (let at = 0; at < records.length; at += AHEAD)
    await Promise.all(
      records.slice(at, at + AHEAD).map(async ({ url, html }) => {
        const added = await index.addHTMLFile({ url, content: html() })
        if (added.errors.length > 0) throw new Error(`${url} was not indexed: ${added.errors.join('; ')}`)
      }),
    )
  const written = await index.writeFiles({ outputPath: `${folder}.new` })
  if (written.errors.length > 0) throw new Error(`The search index was not written: ${written.errors.join('; ')}`)
  await index.deleteIndex()
  for (const name of readdirSync(`${folder}.new`))
    if (UNUSED.test(name) || (!withEngine && ENGINE.test(name))) rmSync(join(`${folder}.new`, name))
  if (withEngine) for (const name of SCRIPTS) await minifyFile(join(`${folder}.new`, name))
  replace(folder, `${folder}.new`)
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
