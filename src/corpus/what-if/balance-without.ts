/** This file counts what is left of the balance of an answer without some of the works that its notes rest on. */
import type { Balance } from '../model/entry.ts'
import { STANCES } from '../vocabulary.ts'
import { standingWithout, type RestingNote } from './resting.ts'

/**
 * Counts the notes that are left without some works, by their roles. The more works fall, the fewer notes any role has.
 *
 * @example
 * balanceWithout([{ role: 'supports', works: ['lee2020'] }, { role: 'supports', works: [] }], new Set(['lee2020']))
 * // { supports: 1 }
 */
export function balanceWithout(notes: readonly RestingNote[], fallen: ReadonlySet<string> = new Set()): Balance {
  const left = standingWithout(notes, fallen)
  const counts = STANCES.map((stance) => [stance, left.filter(({ role }) => role === stance).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
