import { setImmediate } from 'node:timers/promises'
import { singleWorker, type SingleWorker } from '../site/worker-pool.ts'
import writeFiles, { type FileToWrite } from './write-files.ts'

/** The number of files that the worker thread writes while this thread makes the content of the next ones. */
const BATCH = 100

/**
 * Writes files in batches. Where there are many, a worker thread writes one batch while this thread makes the next.
 *
 * @example
 * const writer = new FileWriter(pages)
 * for (const page of pages) await writer.write(page.file, render(page))
 * await writer.end()
 */
export class FileWriter {
  readonly #worker: SingleWorker<readonly FileToWrite[], void>
  #batch: FileToWrite[] = []
  #writing: Promise<void> = Promise.resolve()

  /** @param files All files that will be written. Only their number matters. */
  constructor(files: readonly unknown[]) {
    this.#worker = singleWorker(files, new URL('./write-files.ts', import.meta.url), writeFiles)
  }

  /**
   * Takes a file. Rejects when one of an earlier batch could not be written.
   *
   * @param path The absolute path of the file. Folders that are missing are made.
   */
  async write(path: string, content: FileToWrite[1]): Promise<void> {
    this.#batch.push([path, content])
    if (this.#batch.length === BATCH) await this.#send()
  }

  /** Writes what is left. Rejects when a file could not be written. */
  async end(): Promise<void> {
    try {
      await this.#send()
      await this.#writing
    } finally {
      await this.#worker.end()
    }
  }

  async #send(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    await this.#writing
    this.#writing = this.#worker.run(batch)
    // The event loop runs once, so that the batch reaches the worker thread; a failure that is known by then is thrown
    // here.
    await Promise.race([this.#writing, setImmediate()])
  }
}
