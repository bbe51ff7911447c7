/** All there is in a folder: every path and every byte. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Contents by path; a folder has the path of one, with a slash at the end, and no content. */
export type Tree = ReadonlyMap<string, string>

export function treeOf(folder: string): Tree {
  return new Map(
    pathsIn(folder).map((path) => [path, path.endsWith('/') ? '' : readFileSync(join(folder, path), 'latin1')]),
  )
}

/** When each file was written, to the nanosecond. */
export function timesOf(folder: string): ReadonlyMap<string, bigint> {
  const files = pathsIn(folder).filter((path) => !path.endsWith('/'))
  return new Map(files.map((path) => [path, statSync(join(folder, path), { bigint: true }).mtimeNs]))
}

function pathsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
      return entry.isDirectory() ? `${path}/` : path
    })
    .sort()
}

/** In words, by path; none when both are the same. */
export function differences(actual: Tree, expected: Tree): string[] {
  return [...new Set([...expected.keys(), ...actual.keys()])].sort().flatMap((path) => {
    const [one, other] = [actual.get(path), expected.get(path)]
    if (one === other) return []
    return [other === undefined ? `left over: ${path}` : one === undefined ? `missing: ${path}` : `differs: ${path}`]
  })
}

/** The paths that only the second has, or has with other contents. */
export const changedPaths = (before: Tree, after: Tree): string[] =>
  [...after].filter(([path, content]) => before.get(path) !== content).map(([path]) => path)
