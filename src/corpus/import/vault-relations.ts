/** This file writes the relations of a discourse graph, which its plugin keeps apart, into the frontmatter of files. */
import type { GraphRelations } from '../discourse-graph.ts'
import type { Parsed } from '../model/parsed.ts'
import { basename, withoutExtension } from '../names/file-path.ts'
import { RELATION_FIELDS, RELATION_NAMES, type StatedRelation } from '../relation-words.ts'
import { addToField } from '../rename/add-to-field.ts'
import type { Names } from '../rename/meanings.ts'
import { withEdits } from '../rename/text-edits.ts'
import type { FilePath } from '../vocabulary.ts'

/** `Related` are the texts with their relations, and sentences about relations that have no place. */
export interface Related {
  readonly texts: readonly string[]
  readonly left: readonly string[]
}

/**
 * Writes each relation into the file that states it.
 *
 * @param texts The texts of the files, at the same indices.
 */
export function withGraphRelations(
  files: readonly Parsed[],
  texts: readonly string[],
  graph: GraphRelations | undefined,
  { moved, after }: { readonly moved: (path: FilePath) => FilePath; readonly after: Names },
): Related {
  const byId = new Map(files.flatMap((file, index) => (file.nodeIds ?? []).map((id) => [id, index] as const)))
  const made = [...texts]
  let lost = 0
  for (const { from, to, relation } of graph?.relations ?? []) {
    const [source, destination] = [byId.get(from), byId.get(to)]
    if (source === undefined || destination === undefined) {
      lost++
      continue
    }
    const name = linkTo(moved(files[destination]!.path), moved(files[source]!.path), after)
    const edit = addToField(made[source]!, wordFor(relation), JSON.stringify(`[[${name}]]`))
    if (edit === undefined) lost++
    else made[source] = withEdits(made[source]!, [edit])
  }
  const left = lost === 0 ? [] : [`Relations of the discourse graph between files that are not copied: ${lost}.`]
  return { texts: made, left }
}

/** Gives the word that states a relation: its own, or the field of the role that it is. */
export function wordFor({ end, role, label, inverse }: StatedRelation): string {
  if (label !== undefined) return end === 'from' ? label : (inverse ?? label)
  return RELATION_NAMES.find((name) => RELATION_FIELDS[name].role === role && RELATION_FIELDS[name].end === end)!
}

/** Names a file as short as it can be named. */
function linkTo(to: FilePath, from: FilePath, after: Names): string {
  const ways = [basename(to), withoutExtension(to)]
  return ways.find((way) => after.field(from, way).path === to) ?? ways[1]!
}
