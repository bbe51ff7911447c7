import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file as a whole. Whenever the process is ended, the file has either its old content or its new one. Folders that are
 * missing are made.
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}.new`, content)
  renameSync(`${file}.${process.pid}.new`, file)
}
