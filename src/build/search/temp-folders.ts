/** Makes the temporary folders in which shards of the search index are built before they are published. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../../site/cache/digest.ts'
import { SHARED_MEMORY } from '../../site/cache/folders.ts'
import { isRunning } from '../../site/is-running.ts'

/**
 * The temporary folders of one build of the search index: for each shard one for its index, on the disk of the site,
 * and one for its pages, in memory. They are removed when the build ends, also when a signal ends the process.
 */
export class TempFolders {
  readonly #indexes: string
  readonly #pages: string | undefined
  readonly #stopWork: () => Promise<unknown>

  /**
   * Makes the folders, and removes those that an earlier build left behind because it was killed.
   *
   * @param store The folder of the build's cache, in which the folders of the indexes are made.
   * @param stopWork Ends the work that writes into the folders. It is called when the process receives a signal to end,
   *   because folders cannot be removed while something is written into them.
   */
  constructor(store: string, stopWork: () => Promise<unknown> = () => Promise.resolve()) {
    this.#stopWork = stopWork
    clearLeftovers(store, 'search-')
    mkdirSync(store, { recursive: true })
    this.#indexes = mkdtempSync(join(store, prefixOf('search-')))
    const name = `throughline-${digest(store).slice(0, 12)}-`
    clearLeftovers(SHARED_MEMORY, name)
    this.#pages = makeFolderInMemory(prefixOf(name))
    for (const signal of SIGNALS) process.on(signal, this.#onSignal)
  }

  /** Returns the folder in memory for the pages of a shard. Undefined where there is no file system in memory. */
  pagesFolder(shard: number): string | undefined {
    return this.#pages && join(this.#pages, String(shard))
  }

  /** Returns the folder in which the index of a shard is built. */
  indexFolder(shard: number): string {
    return join(this.#indexes, String(shard))
  }

  /** Removes the folders. */
  clear(): void {
    for (const folder of [this.#indexes, this.#pages])
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    // The listeners stay until now, because a second signal would otherwise end the process before the folders are
    // removed.
    for (const signal of SIGNALS) process.off(signal, this.#onSignal)
  }

  /**
   * Removes the folders before a signal ends the process, because files in memory outlive it and would keep the memory.
   */
  readonly #onSignal = (signal: NodeJS.Signals): void => {
    void this.#stopWork().finally(() => {
      this.clear()
      process.kill(process.pid, signal)
    })
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Puts the process id into a name, so that no other build removes the folder while this process uses it. */
const prefixOf = (name: string): string => `${name}${process.pid}-`

/** Removes the folders of this name whose processes have ended. */
function clearLeftovers(folder: string, name: string): void {
  for (const each of namesIn(folder)) {
    const owner = each.startsWith(name) ? /^\d+(?=-)/.exec(each.slice(name.length))?.[0] : undefined
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(folder, each), { recursive: true, force: true })
  }
}

/** Returns no names where the folder does not exist or cannot be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Returns undefined where there is no file system in memory. */
function makeFolderInMemory(prefix: string): string | undefined {
  try {
    return mkdtempSync(join(SHARED_MEMORY, prefix))
  } catch {
    return undefined
  }
}
