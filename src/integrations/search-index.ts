/** Search records → a folder of index files for each part. A part whose records are those of the last build stays as it is. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { minify } from 'vite'
import { compareText } from '../corpus/problem.ts'
import { inParts, type Manifest } from '../corpus/search/parts.ts'
import type { SearchRecord } from '../corpus/search/record.ts'
import { digest } from '../site/digest.ts'
import { isAsMade, made, writeState, type Made } from './last-build.ts'
import { INDEXED_WITH, indexPart } from './search-part.ts'
import { Workbench } from './workbench.ts'

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
 * The engine works in a process of its own, so while it makes a part, the records of the next are made here.
 *
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
  const parts = inParts(records)
  const last = readParts(stateFile)
  const workbench = new Workbench(dirname(stateFile))
  removeOthers(to, parts.length)
  writeBeside(to, { parts: parts.length }, records)
  const now: Made[] = []
  let making: Promise<void> = Promise.resolve()
  let count = 0
  try {
    for (const [number, part] of parts.entries()) {
      const folder = join(to, String(number))
      const whole = part.map(({ url, html }): SearchRecord => ({ url, html: html() }))
      const [from, before] = [digestOf(whole, maker), last[number]]
      const isKept = before !== undefined && isAsMade(entryOf(folder), from, before)
      if (!isKept) workbench.layOut(whole, number)
      await making
      making = (isKept ? Promise.resolve() : makePart(whole, number, folder, workbench)).then(() => {
        now.push(made(entryOf(folder), from)!)
      })
      // Until it is waited for, a failure must not end the process.
      making.catch(() => undefined)
      if (!isKept) count++
    }
    await making
  } finally {
    workbench.clear()
  }
  writeState(stateFile, now)
  return { records: records.length, parts: parts.length, made: count }
}

const digestOf = (part: readonly SearchRecord[], maker: string): string => digest([maker, INDEXED_WITH, part])

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

async function makePart(
  records: readonly SearchRecord[],
  number: number,
  folder: string,
  workbench: Workbench,
): Promise<void> {
  const made = workbench.indexOf(number)
  await indexPart(records, workbench.laidOut(number), made)
  workbench.takeAway(number)
  const withEngine = number === 0
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
