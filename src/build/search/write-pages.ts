import { mkdirSync, opendirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IndexPage } from './transferable-pages.ts'

/** The file name of a page in its folder. */
const FILE = 'index.html'

/**
 * Writes pages into a folder that Pagefind's command then reads in the order of the pages.
 *
 * The order matters, because Pagefind numbers pages as it reads them. A file system in memory lists the newest file
 * first, so pages that are written in reverse are read in order. Other file systems list files by hashes of their names
 * that differ from disk to disk, so the index would differ as well.
 *
 * @param pages The pages in the order of their addresses, compared segment by segment.
 * @param folder A folder in a file system in memory. It must not exist yet.
 * @returns Whether all pages were written and the folder is read in their order. If not, some pages may be left in the
 *   folder.
 */
export function writePages(pages: readonly IndexPage[], folder: string): boolean {
  if (pages.length === 0) return false
  try {
    const withPaths = pages.map(({ url, html }) => ({ url, path: decodeURI(url), html }))
    for (const { url, path, html } of withPaths.toReversed()) {
      if (pagefindAddress(path) !== url) return false
      mkdirSync(join(folder, path), { recursive: true })
      writeFileSync(join(folder, path, FILE), html)
    }
    return [...namesByFolder(withPaths)].every(([path, names]) => isReadInOrder(join(folder, path), [...names]))
  } catch {
    // The memory may be full, or a name may be too long for a file.
    return false
  }
}

/**
 * Returns the address that Pagefind's command gives to the page at a path. It must be the address that the page has on
 * the site.
 */
const pagefindAddress = (path: string): string => path.replace(/[^\x21-\x7e]+|["#%<>?`{}]/gu, encodeURIComponent)

/**
 * Returns the names in each folder, in the order of the pages. Folders with a single name are left out: they have but
 * one order.
 */
function namesByFolder(pages: readonly { readonly path: string }[]): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>()
  for (const { path } of pages) {
    const segments = path.split('/').slice(1, -1)
    for (const [depth, name] of [...segments, FILE].entries()) {
      const parent = segments.slice(0, depth).join('/')
      const names = all.get(parent)
      if (names === undefined) all.set(parent, new Set([name]))
      else names.add(name)
    }
  }
  return new Map([...all].filter(([, { size }]) => size > 1))
}

/** Tells whether the file system lists exactly these names, in this order. */
function isReadInOrder(folder: string, names: readonly string[]): boolean {
  const read = opendirSync(folder)
  try {
    return [...names, undefined].every((name) => read.readSync()?.name === name)
  } finally {
    read.closeSync()
  }
}
