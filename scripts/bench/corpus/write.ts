/** This file writes a corpus to disk. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { File } from './model.ts'

/** Writes files into a folder, and removes all that it held before. */
export function writeFiles(folder: string, files: Iterable<File>): void {
  rmSync(folder, { recursive: true, force: true })
  const made = new Set<string>()
  for (const { path, text } of files) {
    const file = join(folder, path)
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
    made.add(dirname(file))
    writeFileSync(file, text)
  }
}
