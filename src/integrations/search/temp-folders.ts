/** Where the parts of the search index are made before they take their place on the site. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../../site/cache/digest.ts'

/** A file system in memory, as Linux has it. */
const MEMORY = '/dev/shm'

export class TempFolders {
  readonly #indexes: string
  readonly #pages: string | undefined
  readonly #endWork: () => Promise<unknown>

  /**
   * @param state Where a build keeps its state. What an earlier build left on its workbench there is cleared away.
   * @param endWork Ends what is going on in it, when the process is asked to stop: nobody can clear away what still grows.
   */
  constructor(store: string, endWork: () => Promise<unknown> = () => Promise.resolve()) {
    this.#endWork = endWork
    clearLeftovers(store, 'search-')
    mkdirSync(store, { recursive: true })
    this.#indexes = mkdtempSync(join(store, prefixOf('search-')))
    const name = `throughline-${digest(store).slice(0, 12)}-`
    clearLeftovers(MEMORY, name)
    this.#pages = makeInMemory(prefixOf(name))
    for (const signal of SIGNALS) process.on(signal, this.#stop)
  }

  /** Where the pages of a part may be laid out, if there is a place for them in memory. */
  pagesOf(shard: number): string | undefined {
    return this.#pages && join(this.#pages, String(shard))
  }

  /** Where the index of a part is made. */
  indexOf(shard: number): string {
    return join(this.#indexes, String(shard))
  }

  clear(): void {
    for (const folder of [this.#indexes, this.#pages])
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    // Not before: a second signal would end the process while it clears away.
    for (const signal of SIGNALS) process.off(signal, this.#stop)
  }

  /** Memory is not given back by itself. */
  readonly #stop = (signal: NodeJS.Signals): void => {
    void this.#endWork().finally(() => {
      this.clear()
      process.kill(process.pid, signal)
    })
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The process is part of the name, so that nobody clears away what is still worked on. */
const prefixOf = (name: string): string => `${name}${process.pid}-`

function clearLeftovers(folder: string, name: string): void {
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

function makeInMemory(prefix: string): string | undefined {
  try {
    return mkdtempSync(join(MEMORY, prefix))
  } catch {
    return undefined
  }
}
