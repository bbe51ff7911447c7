/** This file writes a file of a vault so that every name in it leads on from its new place. */
import type { Parsed } from '../model/parsed.ts'
import { parse } from '../parse.ts'
import { mentionsOf } from '../rename/mentions.ts'
import { rewrite, type Versions } from '../rename/rewrite.ts'
import { withEdits } from '../rename/text-edits.ts'
import type { Dialect } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'

/** A `Lost` is a name that led to a file and does not lead to its copy. */
export interface Lost {
  /** This is the file to which it led. */
  readonly path: FilePath
  /** This is a whole sentence. */
  readonly says: string
}

/**
 * Gives the text of a copy, and the names that cannot lead on.
 *
 * @param dialect Says how the site reads its files.
 */
export function linkedCopy(
  file: Parsed,
  versions: Versions,
  dialect: Dialect,
): { readonly text: string; readonly lost: readonly Lost[] } {
  const { before, after, moved, order } = versions
  const text = withEdits(file.text, rewrite(file, mentionsOf(file, order), versions))
  const to = moved(file.path)
  const copy = parse({ path: to, text }, dialect).parsed
  const now = copy === undefined ? [] : after.of(copy)
  const lost = before.of(file).flatMap(({ path, written }, index): Lost[] => {
    if (path === undefined || now[index]?.path === moved(path)) return []
    return [{ path, says: `"${written}" in ${file.path} led to ${path}, and does not in ${to}. Mend it by hand.` }]
  })
  return { text, lost }
}
