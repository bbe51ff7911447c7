import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file so that it has either its old content or its new content, even if the process is ended meanwhile. Makes
 * the folders that are missing. Throws when the file cannot be written.
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}.new`, content)
  renameSync(`${file}.${process.pid}.new`, file)
}
