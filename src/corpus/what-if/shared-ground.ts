/** This file finds what of the evidence of an answer rests on the same ground: on the same authors, year, data or kind of study. */
import type { Balance } from '../model/entry.ts'
import { balanceWithout } from './balance-without.ts'
import { leaningOf, SIDES, type RestingNote } from './resting.ts'

/** These are the grounds that works can share. */
export const GROUNDS = ['authors', 'year', 'design', 'population', 'data', 'preprint'] as const
/** A `Ground` is something that works can share. */
export type Ground = (typeof GROUNDS)[number]

/** A `GroundedWork` is a work with the grounds that it stands on. */
export type GroundedWork = Readonly<Partial<Record<Ground, readonly string[]>>> & {
  /** This is the name by which notes rest on the work. */
  readonly id: string
}

/** A `SharedGround` is something that two works or more of the evidence share. */
export interface SharedGround {
  readonly ground: Ground
  /** These are the names of what they share. Authors who wrote the same of the works are together. */
  readonly names: readonly string[]
  /** These are the works, by the names by which notes rest on them. */
  readonly works: readonly string[]
  /** This is the balance without them. */
  readonly left: Balance
  /** This is true where the side that had more notes has no more than the other one without them. */
  readonly turns: boolean
}

/** Finds what two works or more share, of those on which notes of either side rest: kind by kind, the greatest first. */
export function sharedGrounds(notes: readonly RestingNote[], works: readonly GroundedWork[]): SharedGround[] {
  const onSides = new Set(notes.flatMap(({ role, works }) => (SIDES.some((side) => side === role) ? works : [])))
  const bearing = works.filter(({ id }) => onSides.has(id))
  const leaning = leaningOf(balanceWithout(notes))
  return GROUNDS.flatMap((ground) =>
    sharedBy(bearing, ground).map(({ names, works }) => {
      const left = balanceWithout(notes, new Set(works))
      return { ground, names, works, left, turns: leaning !== undefined && leaningOf(left) !== leaning }
    }),
  )
}

/** Gives the works that share something, with the names of all that just these share. */
function sharedBy(works: readonly GroundedWork[], ground: Ground): { names: string[]; works: string[] }[] {
  const byName = new Map<string, string[]>()
  for (const work of works)
    for (const name of new Set(work[ground] ?? [])) byName.set(name, [...(byName.get(name) ?? []), work.id])
  const shared = [...byName].filter(([, ids]) => ids.length > 1)
  return [...Map.groupBy(shared, ([, ids]) => ids.join('\n')).values()]
    .map((all) => ({ names: all.map(([name]) => name), works: all[0]![1] }))
    .sort((a, b) => b.works.length - a.works.length || (a.names[0]! < b.names[0]! ? -1 : 1))
}
