/** This file finds out what relations are called from their other ends, where nobody declares it. */
import type { Relation } from '../model/resolved.ts'

/**
 * Gives relations their labels from the other end. Tools that write the relations of each node into its file write both
 * ends: `Uses:: [[b]]` in `a`, and `UsedIn:: [[a]]` in `b`. Where two labels always stand together so, each is the
 * inverse of the other. A single pair of files is too little to tell.
 */
export function withInverses(relations: readonly Relation[]): Relation[] {
  const pairsOf = new Map<string, Set<string>>()
  for (const { from, to, label, inverse } of relations)
    if (label !== undefined && inverse === undefined)
      pairsOf.set(label, (pairsOf.get(label) ?? new Set()).add(pair(from.path, to.path)))
  if (pairsOf.size === 0) return [...relations]
  const reversed = new Map<string, Set<string>>()
  for (const { from, to, label, inverse } of relations)
    if (label !== undefined && inverse === undefined)
      reversed.set(label, (reversed.get(label) ?? new Set()).add(pair(to.path, from.path)))
  const inverses = new Map(
    [...pairsOf].flatMap(([label, pairs]) => {
      const same = [...reversed].filter(([, others]) => pairs.size > 1 && isSame(pairs, others))
      return same.length === 1 ? [[label, same[0]![0]] as const] : []
    }),
  )
  return relations.map((relation) => {
    const inverse = relation.inverse ?? inverses.get(relation.label ?? '')
    return inverse === undefined ? relation : { ...relation, inverse }
  })
}

const pair = (one: string, other: string): string => `${one}\0${other}`

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((each) => other.has(each))
