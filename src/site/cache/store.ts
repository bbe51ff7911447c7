/**
 * What is kept between runs, in a folder of its own. A value is trusted only if the same code wrote it from the same things and it
 * still has the form that is expected; otherwise it counts as missing and is made anew.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '../write-atomically.ts'
import { codeDigest } from './code-digest.ts'
import { digest } from './digest.ts'
import { ROOT } from './folders.ts'

/** Something that is worth keeping. */
export interface CacheEntry<T> {
  /** The name of its file. */
  readonly name: string
  /** The form in which it is expected. */
  readonly schema: z.ZodType<T>
  /** What it is made from besides the code, as plain data. */
  readonly dependsOn: unknown
}

const envelope = z.object({ fingerprint: z.string(), value: z.unknown() })

export class CacheStore {
  readonly folder: string

  /** @param folder The store's folder, which is made when something is first kept in it. */
  constructor(folder: string) {
    this.folder = folder
  }

  /** Returns undefined where nothing was kept, or where other code or other things would make it otherwise. */
  read<T>({ name, schema, dependsOn }: CacheEntry<T>): T | undefined {
    try {
      const { fingerprint, value } = envelope.parse(JSON.parse(readFileSync(join(this.folder, name), 'utf8')))
      return fingerprint === fingerprintOf(dependsOn) ? schema.parse(value) : undefined
    } catch {
      return undefined
    }
  }

  write<T>({ name, dependsOn }: CacheEntry<T>, value: T): void {
    writeAtomically(join(this.folder, name), JSON.stringify({ fingerprint: fingerprintOf(dependsOn), value }))
  }

  /** Tells whether something was kept under the name, whoever made it. */
  has({ name }: Pick<CacheEntry<unknown>, 'name'>): boolean {
    return existsSync(join(this.folder, name))
  }

  remove({ name }: Pick<CacheEntry<unknown>, 'name'>): void {
    rmSync(join(this.folder, name), { force: true })
  }
}

const fingerprintOf = (dependsOn: unknown): string => digest([codeDigest(ROOT), dependsOn])
