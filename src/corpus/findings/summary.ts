/** This file sums up what notes found of one measure, for a page and for the script that takes notes out of it. */
import { comparable } from '../comparable.ts'
import type { Effect } from '../schema/effect.ts'
import type { Study } from '../model/study.ts'
import type { Sample, Summary } from './finding.ts'

/** A `Summed` is what a summary has to know of a finding. */
export interface Summed {
  readonly note: { readonly href: string }
  /** These are the names of the works that the note is drawn from, or its own address where it has none. */
  readonly works: readonly string[]
  readonly study: Pick<Study, 'n' | 'counted' | 'design'>
  readonly effect?: Effect
}

/** Sums up findings of one measure. */
export const summaryOf = (findings: readonly Summed[]): Summary => ({
  notes: new Set(findings.map(({ note }) => note.href)).size,
  works: new Set(findings.flatMap(({ note, works }) => works.filter((work) => work !== note.href))).size,
  samples: samplesOf(findings),
  designs: [...new Set(findings.flatMap(({ study }) => study.design ?? []))],
})

/**
 * Adds up the samples that count the same. Several notes on one work have one sample, the largest that they state. A sum
 * that is too large to be held is left out.
 */
function samplesOf(findings: readonly Summed[]): Sample[] {
  const groups = Map.groupBy(
    findings.filter(({ study }) => study.n !== undefined),
    ({ study }) => comparable(study.counted ?? ''),
  )
  return [...groups.values()].flatMap((group) => {
    const ofWorks = Map.groupBy(group, ({ works: [work] }) => work!)
    const sizes = [...ofWorks.values()].map((notes) => Math.max(...notes.map(({ study }) => study.n!)))
    const { counted } = group[0]!.study
    const n = sizes.reduce((sum, each) => sum + each)
    return Number.isSafeInteger(n) ? [{ n, ...(counted !== undefined && { counted }) }] : []
  })
}
