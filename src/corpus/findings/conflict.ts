/** This file compares the notes that support an answer with those that dispute it, by what they were found on. */
import { comparable } from '../comparable.ts'
import { FACETS, type Conflict, type Facet, type Side } from './finding.ts'
import { isStudied, type Studied } from './outcomes.ts'
import { namesOfDataSets } from '../what-if/data-sets.ts'
import type { Evidence } from '../model/entry.ts'
import { SIDES } from '../what-if/resting.ts'

/**
 * Compares both sides. It is undefined where a side has no note with facts of its study, because then there is nothing
 * to compare.
 */
export function conflictOf(evidence: readonly Evidence[]): Conflict | undefined {
  const studied = withNamesOfData(evidence.filter(isStudied))
  const [supporting, disputing] = SIDES.map((side) => studied.filter(({ role }) => role === side)) as [
    Studied[],
    Studied[],
  ]
  if (supporting.length === 0 || disputing.length === 0) return undefined
  const rows = FACETS.map((facet) => ({
    facet,
    supports: sideOf(facet, supporting),
    disputes: sideOf(facet, disputing),
  }))
  const unstated = rows.filter(({ supports, disputes }) => supports.length + disputes.length === 0)
  const same = rows.filter((row) => !unstated.includes(row) && isSame(row.supports, row.disputes))
  return {
    differs: rows.filter((row) => !unstated.includes(row) && !same.includes(row)),
    same: same.map(({ facet }) => facet),
    unstated: unstated.map(({ facet }) => facet),
  }
}

/** Gives a data set the same name wherever a note says that it used it. */
function withNamesOfData(all: readonly Studied[]): readonly Studied[] {
  const nameOf = namesOfDataSets(all.flatMap(({ study }) => study.data ?? []))
  return all.map((each) => {
    const { data } = each.study
    return data === undefined
      ? each
      : { ...each, study: { ...each.study, data: data.map((set) => ({ ...set, name: nameOf(set) })) } }
  })
}

/** Gives each value that notes state of a facet, with the notes. */
function sideOf(facet: Facet, evidence: readonly Studied[]): Side {
  const stated = evidence.flatMap((each) => valuesOf(facet, each).map((value) => ({ value, note: each.note })))
  return [...Map.groupBy(stated, ({ value }) => comparable(value)).values()].map((group) => ({
    value: group[0]!.value,
    notes: group.map(({ note }) => note),
  }))
}

/** Gives the values of a facet that a note states, each once. */
function valuesOf(facet: Facet, { study, sources }: Studied): string[] {
  if (facet === 'year') return [...new Set(sources.flatMap(({ year }) => (year === undefined ? [] : [String(year)])))]
  if (facet === 'data') return (study.data ?? []).map(({ name }) => name)
  if (facet !== 'measure') return study[facet] === undefined ? [] : [study[facet]]
  const measures = (study.effects ?? []).map(({ measure }) => measure ?? study.measure)
  const all = measures.length > 0 ? measures : [study.measure]
  return [...new Map(all.flatMap((each) => (each === undefined ? [] : [[comparable(each), each] as const]))).values()]
}

const isSame = (one: Side, other: Side): boolean => {
  const values = (side: Side): string =>
    side
      .map(({ value }) => comparable(value))
      .sort()
      .join('\n')
  return values(one) === values(other)
}
