import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Returns the paths of all files in a folder, at any depth, sorted. Returns none where there is no such folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
