/** This file compares contestants, and this project with each of the others. */
import { medianOf, type Result } from '../measure.ts'
import { median, pairedRatio } from '../measure/statistics.ts'
import type { Table } from './report.ts'
import { formatMebibytes, formatRatio, formatSeconds } from './units.ts'

/**
 * Returns the table of a comparison.
 *
 * @param results The results, this project's first.
 */
export function comparisonTable(caption: string, results: readonly Result[]): Table {
  return {
    caption,
    head: ['', 'seconds', 'of each step', 'cpu', 'peak', 'ours is of it', 'cpu'],
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
    ...(result === ours || ours.failure !== undefined
      ? ['', '']
      : [formatRatio(secondsRatio(ours, result)), formatRatio(cpuRatio(ours, result))]),
  ]
}

/** Returns how many times the seconds of another contestant this project takes, as the median over the rounds. */
export function secondsRatio(ours: Result, other: Result): number {
  const secondsOf = ({ rounds }: Result): number[] => rounds.map((round) => round.seconds)
  return pairedRatio(secondsOf(ours), secondsOf(other))
}

/** Returns the same for the time of the processor, or undefined where it is not known. */
function cpuRatio(ours: Result, other: Result): number | undefined {
  const secondsOf = ({ rounds }: Result): number[] => rounds.flatMap(({ cpuSeconds }) => cpuSeconds ?? [])
  const [own, others] = [secondsOf(ours), secondsOf(other)]
  return own.length === 0 || own.length !== others.length ? undefined : pairedRatio(own, others)
}

/** Returns the median seconds of each step, where there are several. */
function stepSeconds({ rounds }: Result): string {
  const steps = rounds[0]!.steps.length
  if (steps < 2) return ''
  const taken = (step: number): number => median(rounds.map((round) => round.steps[step]!.seconds))
  return Array.from({ length: steps }, (_, step) => formatSeconds(taken(step))).join(' + ')
}
