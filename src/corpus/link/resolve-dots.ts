import type { FilePath } from '../vocabulary.ts'

/** Matches paths with a segment that is empty, `.` or `..`, which most paths have not. */
const NEEDS_RESOLVING = /(?:^|\/)\.{0,2}(?:\/|$)/

/** Resolves `.` and `..` in a path, and tells whether it leaves the folder at its root on its way. */
export function resolveDots(path: string): { readonly path: FilePath; readonly leaves: boolean } {
  if (!NEEDS_RESOLVING.test(path)) return { path: path.normalize('NFC'), leaves: false }
  const segments: string[] = []
  let leaves = false
  for (const segment of path.normalize('NFC').split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) leaves = true
  }
  return { path: segments.join('/'), leaves }
}
