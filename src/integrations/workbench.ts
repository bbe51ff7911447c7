/** Where the parts of the search index are made before they take their place on the site. */
import { mkdirSync, mkdtempSync, opendirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchRecord } from '../corpus/search/record.ts'
import { digest } from '../site/digest.ts'

/**
 * A file system in memory, as Linux has it. Its folders list what was made last first, so it can be said in which order a folder is read;
 * others go by sums of the names that differ from disk to disk, and an index would too.
 */
const MEMORY = '/dev/shm'

export class Workbench {
  readonly #making: string
  readonly #records: string | undefined
  readonly #laidOut = new Map<number, string>()

  /** @param state Where a build keeps its state. What an earlier build left on its workbench there is cleared away. */
  constructor(state: string) {
    clearLeft(state, 'search-')
    mkdirSync(state, { recursive: true })
    this.#making = mkdtempSync(join(state, prefixOf('search-')))
    const name = `throughline-${digest(state).slice(0, 12)}-`
    clearLeft(MEMORY, name)
    this.#records = inMemory(prefixOf(name))
    for (const signal of SIGNALS) process.once(signal, this.#stop)
  }

  /** Lays the records of a part out as a folder of pages, if that can be done so that they are read in their order. */
  layOut(records: readonly SearchRecord[], part: number): void {
    if (this.#records === undefined || records.length === 0) return
    const folder = join(this.#records, String(part))
    if (layOut(records, folder)) this.#laidOut.set(part, folder)
    else rmSync(folder, { recursive: true, force: true })
  }

  laidOut(part: number): string | undefined {
    return this.#laidOut.get(part)
  }

  /** Where the index of a part is made. */
  indexOf(part: number): string {
    return join(this.#making, String(part))
  }

  /** The records of a part that is made. */
  takeAway(part: number): void {
    const folder = this.#laidOut.get(part)
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }

  clear(): void {
    for (const signal of SIGNALS) process.off(signal, this.#stop)
    for (const folder of [this.#making, this.#records])
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }

  /** Memory is not given back by itself. */
  readonly #stop = (signal: NodeJS.Signals): void => {
    this.clear()
    process.kill(process.pid, signal)
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The process is part of the name, so that nobody clears away what is still worked on. */
const prefixOf = (name: string): string => `${name}${process.pid}-`

function clearLeft(folder: string, name: string): void {
  for (const each of namesIn(folder)) {
    const owner = each.startsWith(name) ? /^\d+(?=-)/.exec(each.slice(name.length))?.[0] : undefined
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(folder, each), { recursive: true, force: true })
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function inMemory(prefix: string): string | undefined {
  try {
    return mkdtempSync(join(MEMORY, prefix))
  } catch {
    return undefined
  }
}

const PAGE = 'index.html'

/**
 * @param records In the order of their addresses, segment by segment.
 * @returns Whether it was done, and the folder is read in that order.
 */
function layOut(records: readonly SearchRecord[], folder: string): boolean {
  try {
    const pages = records.map(({ url, html }) => ({ url, path: decodeURI(url), html }))
    for (const { url, path, html } of pages.toReversed()) {
      if (encoded(path) !== url) return false
      mkdirSync(join(folder, path), { recursive: true })
      writeFileSync(join(folder, path, PAGE), html)
    }
    return [...namesByFolder(pages)].every(([path, names]) => isRead(join(folder, path), [...names]))
  } catch {
    // No room left, or a name that is too long for a file.
    return false
  }
}

/** As Pagefind's command makes an address of a path. */
const encoded = (path: string): string => path.replace(/[^\x21-\x7e]+|["#%<>?`{}]/gu, encodeURIComponent)

/** What each folder has in it that has more than one thing, in the order of the pages. */
function namesByFolder(pages: readonly { readonly path: string }[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>()
  for (const { path } of pages) {
    const segments = path.split('/').slice(1, -1)
    for (const [depth, name] of [...segments, PAGE].entries()) {
      const within = segments.slice(0, depth).join('/')
      const names = all.get(within)
      if (names === undefined) all.set(within, new Set([name]))
      else names.add(name)
    }
  }
  return new Map([...all].filter(([, { size }]) => size > 1))
}

function isRead(folder: string, names: readonly string[]): boolean {
  const read = opendirSync(folder)
  try {
    return [...names, undefined].every((name) => read.readSync()?.name === name)
  } finally {
    read.closeSync()
  }
}
