/** Writes many files, in the thread that `exports.ts` gives them to. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** @param files Paths and contents. Folders that are missing are made. */
export default function writeFiles(files: readonly (readonly [path: string, content: string])[]): void {
  const folders = new Set(files.map(([path]) => dirname(path)))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  for (const [path, content] of files) writeFileSync(path, content)
}
