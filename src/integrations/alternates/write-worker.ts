import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes files, in the worker thread that `index.ts` starts. Makes the folders that are missing, and throws when a file
 * cannot be written.
 *
 * @param files The absolute paths of the files, and their contents.
 */
export default function writeFiles(files: readonly (readonly [path: string, content: string])[]): void {
  const folders = new Set(files.map(([path]) => dirname(path)))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  for (const [path, content] of files) writeFileSync(path, content)
}
