/** This file puts inquiries in the order in which one leads to the next. */
import type { Corpus } from '../model/corpus.ts'
import { isInquiry, type ParsedInquiry } from '../model/parsed.ts'

/** A `LineageItem` is an inquiry with those that it names as the next ones. */
export interface LineageItem {
  readonly inquiry: ParsedInquiry
  /** This is true where the inquiry stands further up already, with what follows from it. */
  readonly isAgain: boolean
  readonly next: readonly LineageItem[]
}

/** Lists stand in one another to this depth. What is deeper begins a lineage of its own. */
const DEEPEST = 6

/**
 * Gives the lineages of all inquiries that name a next one or are named as one. Each begins with an inquiry that none
 * leads to; inquiries that lead to one another in a circle begin with the first of them. Every inquiry stands with what
 * follows from it once, and is only named where it comes again. Inquiries that stand alone are left out.
 */
export function lineagesOf({ entries, nextFrom, nextTo }: Corpus): LineageItem[] {
  const shown = new Set<ParsedInquiry>()
  const itemOf = (inquiry: ParsedInquiry, depth: number): LineageItem => {
    if (shown.has(inquiry) || depth > DEEPEST) return { inquiry, isAgain: true, next: [] }
    shown.add(inquiry)
    return { inquiry, isAgain: false, next: (nextFrom.get(inquiry.path) ?? []).map(({ to }) => itemOf(to, depth + 1)) }
  }
  const inquiries = [...entries.values()].filter(isInquiry)
  const first = inquiries.filter(({ path }) => nextFrom.has(path) && !nextTo.has(path))
  const lineages = first.map((inquiry) => itemOf(inquiry, 1))
  // Whatever no beginning leads to is in a circle, or too deep.
  for (const inquiry of inquiries)
    if (nextFrom.has(inquiry.path) && !shown.has(inquiry)) lineages.push(itemOf(inquiry, 1))
  return lineages
}
