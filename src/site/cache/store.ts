/** Stores values from run to run, and says when a stored value is still valid. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { diskFullSentence, isDiskFull } from '../full-disk.ts'
import { clearProgress } from '../progress.ts'
import { writeAtomically } from '../write-atomically.ts'
import { codeDigest } from './code-digest.ts'
import { digest } from './digest.ts'
import { ROOT } from './folders.ts'

/** Describes a value that is stored from run to run. */
export interface CacheEntry<T> {
  /** The name of its file in the folder of the store. */
  readonly name: string
  /** The schema that the value must match when it is read. */
  readonly schema: z.ZodType<T>
  /** Everything besides the code that the value depends on, as plain data. */
  readonly dependsOn: unknown
}

const envelope = z.object({ fingerprint: z.string(), value: z.unknown() })

/**
 * Stores values from run to run, as JSON files in one folder. A value is returned only if the same code wrote it, it
 * depends on the same data, and it matches its schema. Otherwise it counts as missing, and the caller makes it again.
 *
 * @example
 * const store = new CacheStore('/site/cache')
 * const titles = { name: 'titles.json', schema: z.array(z.string()), dependsOn: 'en' }
 * store.write(titles, ['A question'])
 * store.read(titles) // ['A question']
 * store.read({ ...titles, dependsOn: 'fr' }) // undefined
 */
export class CacheStore {
  /** The folder of the store. */
  readonly folder: string

  /** @param folder The folder of the store, as an absolute path. It is made when something is first written. */
  constructor(folder: string) {
    this.folder = folder
  }

  /** Returns the stored value, or undefined where there is none or it is not valid any more. */
  read<T>({ name, schema, dependsOn }: CacheEntry<T>): T | undefined {
    try {
      const { fingerprint, value } = envelope.parse(JSON.parse(readFileSync(join(this.folder, name), 'utf8')))
      return fingerprint === fingerprintOf(dependsOn) ? schema.parse(value) : undefined
    } catch {
      return undefined
    }
  }

  /**
   * Stores a value. Where the disk is full, the value is not stored and the user is told, because the next run can make
   * it again. Throws when the file cannot be written for another reason.
   */
  write<T>({ name, dependsOn }: CacheEntry<T>, value: T): void {
    const file = join(this.folder, name)
    try {
      writeAtomically(file, JSON.stringify({ fingerprint: fingerprintOf(dependsOn), value }))
    } catch (error) {
      if (!isDiskFull(error)) throw error
      this.remove({ name })
      clearProgress()
      console.error(`${diskFullSentence(error, file)} Only the cache lacks something, so the next run takes longer.`)
    }
  }

  /** Tells whether a value of this name is stored, valid or not. */
  has({ name }: Pick<CacheEntry<unknown>, 'name'>): boolean {
    return existsSync(join(this.folder, name))
  }

  /** Removes the value of this name, if there is one. */
  remove({ name }: Pick<CacheEntry<unknown>, 'name'>): void {
    rmSync(join(this.folder, name), { force: true })
  }
}

/** Returns the digest of the code and of what a value depends on. */
const fingerprintOf = (dependsOn: unknown): string => digest([codeDigest(ROOT), dependsOn])
