/** Where the parts of the search index are made before they take their place on the site. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../../site/cache/digest.ts'

/** A file system in memory, as Linux has it. */
const MEMORY = '/dev/shm'

export class TempFolders {
  readonly #making: string
  readonly #pages: string | undefined
  readonly #endWork: () => Promise<unknown>

  /**
   * @param state Where a build keeps its state. What an earlier build left on its workbench there is cleared away.
   * @param endWork Ends what is going on in it, when the process is asked to stop: nobody can clear away what still grows.
   */
  constructor(state: string, endWork: () => Promise<unknown> = () => Promise.resolve()) {
    this.#endWork = endWork
    clearLeft(state, 'search-')
    mkdirSync(state, { recursive: true })
    this.#making = mkdtempSync(join(state, prefixOf('search-')))
    const name = `throughline-${digest(state).slice(0, 12)}-`
    clearLeft(MEMORY, name)
    this.#pages = inMemory(prefixOf(name))
    for (const signal of SIGNALS) process.on(signal, this.#stop)
  }

  /** Where the pages of a part may be laid out, if there is a place for them in memory. */
  pagesOf(part: number): string | undefined {
    return this.#pages && join(this.#pages, String(part))
  }

  /** Where the index of a part is made. */
  indexOf(part: number): string {
    return join(this.#making, String(part))
  }

  clear(): void {
    for (const folder of [this.#making, this.#pages])
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
