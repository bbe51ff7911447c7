/** Measures contestants in turn: A B C, A B C, … so that whatever the machine does beside meets all of them alike. */
import { runMeasured, type Command, type Run } from './measure/command.ts'
import { median } from './measure/statistics.ts'

export interface Contestant {
  readonly name: string
  /** Takes away what an earlier build left, caches included. Not measured. */
  readonly clean: () => void
  /** What makes the site, one process after the other. */
  readonly steps: readonly Command[]
}

/** What a contestant's steps took together: times are sums, memory is that of the largest step. */
export interface Measured extends Run {
  readonly steps: readonly Run[]
}

export interface Result {
  readonly name: string
  /** One per round; empty when it failed. */
  readonly rounds: readonly Measured[]
  /** What went wrong; the contestant is then left out of the rounds that follow. */
  readonly failure?: string
}

export interface Rounds {
  readonly rounds: number
  /** Rounds before the first that counts: they fill the disk cache. */
  readonly warmups: number
  /** Told what goes on, for those who wait. */
  readonly onProgress?: (message: string) => void
}

export async function compare(
  contestants: readonly Contestant[],
  { rounds, warmups, onProgress }: Rounds,
): Promise<Result[]> {
  const results = new Map<string, Result>(contestants.map(({ name }) => [name, { name, rounds: [] }]))
  for (let round = -warmups; round < rounds; round++)
    for (const contestant of contestants) {
      const result = results.get(contestant.name)!
      if (result.failure !== undefined) continue
      onProgress?.(`${round < 0 ? 'warm-up' : `round ${round + 1} of ${rounds}`}: ${contestant.name}`)
      results.set(contestant.name, await runRound(result, contestant, round >= 0))
    }
  return [...results.values()]
}

async function runRound(result: Result, contestant: Contestant, counts: boolean): Promise<Result> {
  try {
    const measured = await measure(contestant)
    return counts ? { ...result, rounds: [...result.rounds, measured] } : result
  } catch (error) {
    return { name: result.name, rounds: [], failure: error instanceof Error ? error.message : String(error) }
  }
}

export async function measure({ clean, steps }: Contestant): Promise<Measured> {
  clean()
  return measureSteps(steps)
}

export async function measureSteps(steps: readonly Command[]): Promise<Measured> {
  const runs: Run[] = []
  for (const step of steps) runs.push(await runMeasured(step))
  return {
    steps: runs,
    seconds: sum(runs.map(({ seconds }) => seconds))!,
    cpuSeconds: sum(runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMemory: largest(runs.map(({ peakMemory }) => peakMemory)),
    output: runs.map(({ output }) => output).join('\n'),
  }
}

const isNumber = (value: number | undefined): value is number => value !== undefined

/** Undefined when any is: half a sum says nothing. */
const sum = (values: readonly (number | undefined)[]): number | undefined =>
  values.every(isNumber) ? values.reduce((total, value) => total + value, 0) : undefined

const largest = (values: readonly (number | undefined)[]): number | undefined =>
  values.every(isNumber) ? Math.max(...values) : undefined

/** The median over rounds of one of the measures; undefined when it is not known. */
export function medianOf(rounds: readonly Measured[], of: (run: Run) => number | undefined): number | undefined {
  const values = rounds.map(of)
  return values.length > 0 && values.every(isNumber) ? median(values) : undefined
}
