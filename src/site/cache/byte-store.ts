import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from '../write-atomically.ts'

/**
 * Stores bytes from run to run, as the files of one folder. The name of a file is the digest of everything it was made
 * from, so a file needs no further check when it is read. The worker threads that read content use this store, so this
 * module imports nothing large.
 */
export class ByteStore {
  readonly #folder: string

  /** @param folder The folder of the store, as an absolute path. It is made when something is first written. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Returns the bytes of this name, or undefined where there are none. */
  read(name: string): Uint8Array | undefined {
    try {
      return new Uint8Array(readFileSync(join(this.#folder, name)))
    } catch {
      return undefined
    }
  }

  /**
   * Stores bytes under a name. An error is ignored: another process may be removing old files, and bytes that are not
   * stored are only made again in the next run.
   */
  write(name: string, bytes: Uint8Array): void {
    try {
      writeAtomically(join(this.#folder, name), bytes)
    } catch {
      return
    }
  }

  /** Removes all bytes whose names are not among these. */
  keepOnly(names: ReadonlySet<string>): void {
    if (!existsSync(this.#folder)) return
    for (const name of readdirSync(this.#folder))
      if (!names.has(name)) rmSync(join(this.#folder, name), { force: true })
  }
}
