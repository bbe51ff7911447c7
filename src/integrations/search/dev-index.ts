/**
 * The search index in dev. A process of its own builds it in the background, and builds it again after the content
 * changed, once no further change has come for a moment.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Manifest } from '../../corpus/search/shards.ts'

/** The milliseconds without a change after which the index is built again. Until then, the pages have the processor. */
const DEBOUNCE = 1500
/** The manifest has this note while the index is stale, and the search page shows it. */
const STALE_NOTE = 'The search index is being made anew, and does not have your latest changes yet.'

/** The search index of the development server, and the process that builds it. */
export class DevIndex {
  readonly #folder: string
  readonly #warn: (message: string) => void
  #timer: NodeJS.Timeout | undefined
  #process: ChildProcess | undefined
  #isStale = true
  #manifest: Manifest = { parts: 0 }

  /**
   * @param folder The folder of the index, as an absolute path.
   * @param warn Is called with what the process printed when it failed.
   */
  constructor(folder: string, warn: (message: string) => void) {
    this.#folder = folder
    this.#warn = warn
  }

  /** Returns the manifest of the index that is there, with a note while that index is older than the content. */
  manifest(): Manifest {
    try {
      this.#manifest = JSON.parse(readFileSync(join(this.#folder, 'manifest.json'), 'utf8')) as Manifest
    } catch {
      // There is none yet, or the process is just writing another one: the last one holds until then.
    }
    return this.#isStale ? { ...this.#manifest, note: STALE_NOTE } : this.#manifest
  }

  /** Marks the index as stale, and builds it again once no further change has come for a moment. */
  scheduleRebuild(): void {
    this.#isStale = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#rebuild()
    }, DEBOUNCE)
  }

  /** Ends the process that builds the index, if one is running. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#process?.kill()
  }

  /**
   * Starts the process that builds the index. Only one runs at a time, so a change that comes meanwhile is scheduled
   * again.
   */
  #rebuild(): void {
    if (this.#process !== undefined) {
      this.scheduleRebuild()
      return
    }
    const child = spawn(process.execPath, [fileURLToPath(new URL('./dev-process.ts', import.meta.url)), this.#folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#process = child
    if (child.pid !== undefined) setPriority(child.pid, 19)
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.on('close', (code) => {
      this.#process = undefined
      this.#isStale = code !== 0 || this.#timer !== undefined
      if (code !== 0 && errors !== '') this.#warn(`The search index was not made: ${errors}`)
    })
  }
}
