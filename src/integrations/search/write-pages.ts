/** Pages for the indexer → a folder of them that Pagefind's command reads in their order. */
import { mkdirSync, opendirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IndexPage } from './transferable-pages.ts'

const FILE = 'index.html'

/**
 * A file system in memory lists what was made last first, so it can be said in which order its folders are read. Others go by sums of the
 * names that differ from disk to disk, and an index would too.
 *
 * @param pages In the order of their addresses, segment by segment.
 * @param folder In a file system in memory. There is none yet.
 * @returns Whether it was done, and the folder is read in that order.
 */
export function writePages(pages: readonly IndexPage[], folder: string): boolean {
  if (pages.length === 0) return false
  try {
    const placed = pages.map(({ url, html }) => ({ url, path: decodeURI(url), html }))
    for (const { url, path, html } of placed.toReversed()) {
      if (encoded(path) !== url) return false
      mkdirSync(join(folder, path), { recursive: true })
      writeFileSync(join(folder, path, FILE), html)
    }
    return [...namesByFolder(placed)].every(([path, names]) => isRead(join(folder, path), [...names]))
  } catch {
    // No room left, or a name that is too long for a file.
    return false
  }
}

/** As Pagefind's command makes an address of a path. */
const encoded = (path: string): string => path.replace(/[^\x21-\x7e]+|["#%<>?`{}]/gu, encodeURIComponent)

/** What each folder has in it that has more than one thing, in the order of the pages. */
function namesByFolder(pages: readonly { readonly path: string }[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>()
  for (const { path } of pages) {
    const segments = path.split('/').slice(1, -1)
    for (const [depth, name] of [...segments, FILE].entries()) {
      const within = segments.slice(0, depth).join('/')
      const names = all.get(within)
      if (names === undefined) all.set(within, new Set([name]))
      else names.add(name)
    }
  }
  return new Map([...all].filter(([, { size }]) => size > 1))
}

function isRead(folder: string, names: readonly string[]): boolean {
  const read = opendirSync(folder)
  try {
    return [...names, undefined].every((name) => read.readSync()?.name === name)
  } finally {
    read.closeSync()
  }
}
