import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Removes files, and the folders that become empty. A file that does not exist is ignored.
 *
 * @param folder The folder that the files are in, which itself stays.
 * @param files The paths of the files, relative to the folder.
 */
export function removeFiles(folder: string, files: readonly string[]): void {
  for (const file of files) {
    rmSync(join(folder, file), { force: true })
    for (let parent = dirname(file); parent !== '.' && isEmpty(join(folder, parent)); parent = dirname(parent))
      rmdirSync(join(folder, parent))
  }
}

/** Tells whether a folder exists and has nothing in it. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    return false
  }
}
