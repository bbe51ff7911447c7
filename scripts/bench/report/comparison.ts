/** Contestants side by side, and ours against each of the others. */
import { medianOf, type Result } from '../measure.ts'
import { median, pairedRatio } from '../measure/statistics.ts'
import type { Table } from './report.ts'
import { formatMebibytes, formatRatio, formatSeconds } from './units.ts'

/** @param results Ours first. */
export function comparisonTable(caption: string, results: readonly Result[]): Table {
  return {
    caption,
    head: ['', 'seconds', 'of each step', 'cpu', 'peak', 'ours is of it'],
    rows: results.filter(({ failure }) => failure === undefined).map((result) => row(result, results[0]!)),
    failures: results.flatMap(({ name, failure }) => (failure === undefined ? [] : [`${name}: ${failure}`])),
  }
}

function row(result: Result, ours: Result): string[] {
  const { name, rounds } = result
  return [
    name,
    formatSeconds(medianOf(rounds, (run) => run.seconds)),
    stepSeconds(result),
    formatSeconds(medianOf(rounds, (run) => run.cpuSeconds)),
    formatMebibytes(medianOf(rounds, (run) => run.peakMemory)),
    result === ours || ours.failure !== undefined ? '' : formatRatio(secondsRatio(ours, result)),
  ]
}

/** How many times the other's seconds ours takes, as the median over the rounds. */
export function secondsRatio(ours: Result, other: Result): number {
  const secondsOf = ({ rounds }: Result): number[] => rounds.map((round) => round.seconds)
  return pairedRatio(secondsOf(ours), secondsOf(other))
}

function stepSeconds({ rounds }: Result): string {
  const steps = rounds[0]!.steps.length
  if (steps < 2) return ''
  const taken = (step: number): number => median(rounds.map((round) => round.steps[step]!.seconds))
  return Array.from({ length: steps }, (_, step) => formatSeconds(taken(step))).join(' + ')
}
