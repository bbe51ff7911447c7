import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file that is to be written: its absolute path, and its content. */
export type FileToWrite = readonly [path: string, content: string | Uint8Array]

/**
 * Writes files, in the worker thread that `write-all.ts` starts. Makes the folders that are missing, and throws when a
 * file cannot be written.
 */
export default function writeFiles(files: readonly FileToWrite[]): void {
  const folders = new Set(files.map(([path]) => dirname(path)))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  for (const [path, content] of files) writeFileSync(path, content)
}
