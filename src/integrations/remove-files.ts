import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Removes files, and the folders that are empty without them. */
export function removeFiles(folder: string, files: readonly string[]): void {
  for (const file of files) {
    rmSync(join(folder, file), { force: true })
    for (let parent = dirname(file); parent !== '.' && isEmpty(join(folder, parent)); parent = dirname(parent))
      rmdirSync(join(folder, parent))
  }
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    return false
  }
}
