import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Returns the paths of all files in a folder, at any depth, sorted. Returns none where there is no such folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}

/** Returns the path of a file within a folder, with `/` between segments. */
export function pathWithin(folder: string, file: string): string {
  const start = `${folder}${sep}`
  // It is asked for every file of a site, and `relative` looks at every character of both.
  const path = file.startsWith(start) ? file.slice(start.length) : relative(folder, file)
  return sep === '/' ? path : path.split(sep).join('/')
}
