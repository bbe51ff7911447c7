/** This file reads `sources.lock.json`, in which `npm run refresh` writes what the registries answered. */
import { withWellFormedTexts } from '../frontmatter/well-formed.ts'
import { EMPTY_LOCK, lockSchema, type UpdatesLock, type WorkUpdates } from '../model/updates.ts'
import { deadLinksIn } from './dead-links.ts'
import { problem } from '../problem.ts'
import type { Document, Problem } from '../vocabulary.ts'

/**
 * Reads the file `sources.lock.json`. A file that cannot be read is reported, and no update is shown.
 *
 * @param document The file, or undefined where there is none.
 */
export function readLock(document: Document | undefined): { lock: UpdatesLock; problems: readonly Problem[] } {
  if (document === undefined) return { lock: EMPTY_LOCK, problems: [] }
  try {
    return { lock: withWellFormedTexts(lockSchema.parse(JSON.parse(document.text))), problems: [] }
  } catch {
    const sentence = 'The file cannot be read, so no retraction is shown. Run `npm run refresh` to write it anew.'
    return {
      lock: EMPTY_LOCK,
      problems: [problem('warning', 'sources-lock', document.path, { line: 1, column: 1 }, sentence)],
    }
  }
}

/** Gives what a lock tells of works and of links. */
export const updatesIn = ({ works, unknown, asked, quotes, links }: UpdatesLock): WorkUpdates => ({
  records: new Map(Object.entries(works)),
  unknown: new Set(unknown),
  ...(asked !== undefined && { answered: new Set(Object.values(asked).flat()) }),
  ...(quotes !== undefined && { quotes: new Map(Object.entries(quotes)) }),
  ...deadLinksIn(links),
})
