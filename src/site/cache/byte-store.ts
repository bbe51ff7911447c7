/**
 * Bytes that are kept between runs. The name of each is the digest of everything it was made from, so that it needs no other check.
 * Reading threads use this store, and it loads nothing that they could do without.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from '../write-atomically.ts'

export class ByteStore {
  readonly #folder: string

  /** @param folder The store's folder, which is made when something is first kept in it. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Returns undefined where nothing is kept under the name. */
  read(name: string): Uint8Array | undefined {
    try {
      return new Uint8Array(readFileSync(join(this.#folder, name)))
    } catch {
      return undefined
    }
  }

  /** Another process may be clearing up. What cannot be kept is made again next time. */
  write(name: string, bytes: Uint8Array): void {
    try {
      writeAtomically(join(this.#folder, name), bytes)
    } catch {
      return
    }
  }

  /** Removes everything whose name is not among these. */
  keepOnly(names: ReadonlySet<string>): void {
    if (!existsSync(this.#folder)) return
    for (const name of readdirSync(this.#folder))
      if (!names.has(name)) rmSync(join(this.#folder, name), { force: true })
  }
}
