/** This file finds what repeats the study of a note: another entry, or a work. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { bareName } from '../names/wikilink.ts'
import type { Parsed } from '../model/parsed.ts'
import type { KeyPath } from '../frontmatter/position.ts'
import type { FilePath } from '../vocabulary.ts'
import type { Replication } from '../model/resolved.ts'

/**
 * Gives what a note says that its study is replicated by, each once. A key of the bibliography is a work, and any other
 * name one of an entry.
 *
 * @param lookUp Gives the path of the entry that a name means, and reports a name that means none.
 */
export function replicationsOf(
  entry: Parsed,
  bibliography: Bibliography,
  lookUp: (written: string, field: KeyPath) => FilePath | undefined,
): Replication[] {
  const named = (entry.kind === 'note' && entry.data.study?.replicatedBy) || []
  const found = named.flatMap((written, index): Replication[] => {
    const source = bibliography.get(bareName(written))
    if (source !== undefined) return [source]
    const path = lookUp(written, ['study', 'replicatedBy', index])
    return path === undefined || path === entry.path ? [] : [path]
  })
  return [...new Set(found)]
}
