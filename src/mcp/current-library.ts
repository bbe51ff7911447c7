/** Keeps the library of a content folder up to date with its files. */
import { watch } from 'node:fs'
import { Site } from '../site/site.ts'
import { Library } from './library.ts'

/**
 * Returns a function that gives the library of a content folder as it is now. The folder is read when the library is
 * first asked for, and again after a file changed. Where the system cannot watch the folder, it is read each time.
 *
 * @param folder The content folder, as an absolute path.
 */
export function currentLibrary(folder: string): () => Promise<Library> {
  let known: Promise<Library> | undefined
  let isWatched = true
  const forget = (): void => {
    known = undefined
  }
  try {
    // The process may end while the folder is watched.
    watch(folder, { recursive: true, persistent: false }, forget).on('error', () => {
      isWatched = false
    })
  } catch {
    isWatched = false
  }
  return () => {
    if (!isWatched) forget()
    known ??= libraryOf(folder)
    // A folder that cannot be read may be one that can be read later.
    known.catch(forget)
    return known
  }
}

async function libraryOf(folder: string): Promise<Library> {
  const site = await Site.open(folder)
  await site.formatReferences()
  return new Library(site)
}
