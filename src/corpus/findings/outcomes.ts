/** This file groups what notes found by what they measured. */
import { comparable } from '../comparable.ts'
import type { Evidence } from '../model/entry.ts'
import type { Study } from '../model/study.ts'
import type { Effect } from '../schema/effect.ts'
import type { Pooling } from '../schema/effect-kinds.ts'
import type { Finding, Outcome, Plotted } from './finding.ts'
import { layOutPlot } from './plot.ts'
import { summaryOf } from './summary.ts'

/** Evidence whose note states facts of its study. */
export type Studied = Evidence & { readonly study: Study }

/** Tells whether a note states facts of its study. */
export const isStudied = (evidence: Evidence): evidence is Studied => evidence.study !== undefined

/**
 * Groups what notes found by the measure, in the order in which the essay cites them. What says nothing of what was
 * measured comes last.
 */
export function outcomesOf(evidence: readonly Evidence[], pooling?: Pooling): Outcome[] {
  const groups = Map.groupBy(evidence.filter(isStudied).flatMap(findingsOf), ({ measure }) => comparable(measure ?? ''))
  const all = [...groups].map(([, found]) => outcome(found, pooling))
  return [...all.filter(({ measure }) => measure !== undefined), ...all.filter(({ measure }) => measure === undefined)]
}

/** A `Measured` is a finding with what was measured. */
interface Measured {
  readonly measure: string | undefined
  readonly finding: Finding
}

/** Gives a finding for each effect of a note, or one where it states none. */
function findingsOf({ note, role, because, markup, sources, study, retracted }: Studied): Measured[] {
  const { effects = [], ...facts } = study
  const of = (effect?: Effect): Measured => ({
    measure: effect?.measure ?? study.measure,
    finding: {
      note,
      works: sources.length > 0 ? sources.map(({ key, short }) => key ?? short) : [note.href],
      ...(retracted && { isOut: true as const }),
      ...(role !== undefined && { role }),
      ...(because !== undefined && { because }),
      ...(markup?.['because'] && { markup: { because: markup['because'] } }),
      sources: sources.map(({ key, short, href, year }) => ({
        short,
        ...(key !== undefined && { key }),
        ...(href !== undefined && { href }),
        ...(year !== undefined && { year }),
      })),
      study: facts,
      ...(effect && { effect }),
    },
  })
  return effects.length === 0 ? [of()] : effects.map(of)
}

function outcome(measured: readonly Measured[], pooling: Pooling | undefined): Outcome {
  const findings = measured.map(({ finding }) => finding)
  const { measure } = measured[0]!
  const held = findings.filter(({ isOut }) => !isOut)
  return {
    ...(measure !== undefined && { measure }),
    findings,
    ...summaryOf(held),
    plots: measure === undefined ? [] : plotsOf(findings, pooling),
  }
}

/** Lays out a plot for each kind and unit of which there are two effects at least. */
function plotsOf(findings: readonly Finding[], pooling: Pooling | undefined): Outcome['plots'] {
  const valued = findings.filter(isValued)
  const groups = Map.groupBy(valued, ({ effect }) => `${effect.kind} ${comparable(effect.unit ?? '')}`)
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => layOutPlot(group[0]!.effect.kind, group, pooling))
}

const isValued = (finding: Finding): finding is Finding & Plotted =>
  finding.effect?.value !== undefined && finding.effect.kind !== undefined
