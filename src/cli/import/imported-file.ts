/** Reads and writes the file that says how each file was when it was last imported. */
import { join } from 'node:path'
import type { Imported, Merged } from '../../corpus/import/merge-files.ts'
import { readDocument, toDiskPath } from '../../site/read/content-folder.ts'
import { UsageError } from '../../site/usage-error.ts'
import { writeAtomically } from '../../site/write-atomically.ts'

/** The file in the content folder that says how each file was when it was last imported. */
const IMPORTED_FILE = 'import.lock.json'

/**
 * Reads what was imported into a folder.
 *
 * @throws {UsageError} Where the file is no JSON.
 */
export function readImported(folder: string): Imported {
  const text = readDocument(folder, IMPORTED_FILE)?.text
  if (text === undefined) return {}
  try {
    return (JSON.parse(text) as { readonly annotations?: Imported }).annotations ?? {}
  } catch {
    throw new UsageError(`${IMPORTED_FILE} is not JSON, so nobody can say what was imported. Mend it, or delete it.`)
  }
}

/** Writes what an import changes. */
export function writeMerged(folder: string, { written, imported }: Merged): void {
  if (written.length === 0) return
  for (const { path, text } of written) writeAtomically(toDiskPath(folder, path), text)
  writeAtomically(join(folder, IMPORTED_FILE), `${JSON.stringify({ annotations: imported }, null, 2)}\n`)
}

/** Prints which files an import leaves as they are. */
export function reportKept({ kept, removed }: Pick<Merged, 'kept' | 'removed'>): void {
  for (const path of kept) console.error(`kept     ${path}: it was written or changed here, and would be another now.`)
  if (removed > 0) console.error(`Imported before and deleted or renamed here, which stays so: ${removed}.`)
}
