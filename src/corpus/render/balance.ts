/** This file counts the evidence of an inquiry. Notes that rest on a retracted work are counted apart. */
import type { Balance } from '../model/entry.ts'
import type { Corpus } from '../model/corpus.ts'
import type { EvidenceLink } from '../model/resolved.ts'
import { restsOnRetracted } from '../updates/known.ts'
import { STANCES } from '../vocabulary.ts'

/** `Balances` are the balance of an inquiry's evidence, and that of the notes which it leaves out. */
export interface Balances {
  readonly balance: Balance
  /** This counts the notes that rest on a retracted work. It is undefined where there are none. */
  readonly retracted?: Balance
}

/** Counts the notes that bear on an inquiry by their roles. */
export function balancesOf(corpus: Corpus, evidenceLinks: readonly EvidenceLink[]): Balances {
  const gone = evidenceLinks.filter(({ note, role }) => role !== undefined && restsOnRetracted(corpus, note))
  if (gone.length === 0) return { balance: balanceOf(evidenceLinks) }
  const held = evidenceLinks.filter((evidenceLink) => !gone.includes(evidenceLink))
  return { balance: balanceOf(held), retracted: balanceOf(gone) }
}

/**
 * Counts notes in each role, and those without one. Roles are in a fixed order, so that the same evidence always prints
 * the same.
 */
function balanceOf(evidenceLinks: readonly EvidenceLink[]): Balance {
  const counts = STANCES.map(
    (role) => [role, evidenceLinks.filter((evidenceLink) => evidenceLink.role === role).length] as const,
  )
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
