/** This file reports ids that several notes have. */
import { pointOf } from '../frontmatter/position.ts'
import type { Parsed } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import type { Problem } from '../vocabulary.ts'

/**
 * Reports each entry that has the id of one before it, by which links to either are ambiguous.
 *
 * @param entries The public entries, in the order of their paths.
 */
export function sharedIds(entries: readonly Parsed[]): Problem[] {
  const owners = new Map<string, Parsed>()
  return entries.flatMap((entry) =>
    (entry.zettelIds ?? []).flatMap((id) => {
      const owner = owners.get(id)
      if (owner === undefined) owners.set(id, entry)
      return owner === undefined ? [] : [sharedId(entry, id, owner)]
    }),
  )
}

function sharedId(entry: Parsed, id: string, owner: Parsed): Problem {
  const sentence = `The id "${id}" is also that of ${owner.path}, so links by it are ambiguous. Give one of the two another id.`
  return problem('warning', 'id-taken', entry.path, pointOf(entry, ['id']), sentence)
}
