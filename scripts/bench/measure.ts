/**
 * This file measures contestants in turn: A B C, A B C, and so on. Whatever else the machine does then affects all of
 * them alike.
 */
import { runMeasured, type Command, type Run } from './measure/command.ts'
import { median } from './measure/statistics.ts'

/** A contestant is a program that builds a site. */
export interface Contestant {
  readonly name: string
  /** Removes what an earlier build left, caches included. It is not measured. */
  readonly clean: () => void
  /** These are the commands that build the site, one after the other. */
  readonly steps: readonly Command[]
}

/** A `Measured` is what the steps of a contestant took together. Times are sums; memory is that of the largest step. */
export interface Measured extends Run {
  readonly steps: readonly Run[]
}

/** A `Result` is what was measured of one contestant. */
export interface Result {
  readonly name: string
  /** There is one item per round. The list is empty when the contestant failed. */
  readonly rounds: readonly Measured[]
  /** This is the message of the failure. The contestant is then left out of the rounds that follow. */
  readonly failure?: string
}

/** This says how often each contestant is measured. */
export interface Rounds {
  readonly rounds: number
  /** This is the number of rounds before the first that counts. They fill the disk cache. */
  readonly warmups: number
  /** This is called with a line on what is measured, for a person who waits. */
  readonly onProgress?: (message: string) => void
}

/**
 * Measures contestants in turn, round by round.
 *
 * @returns One result per contestant, in the order given. A failure is part of the result.
 */
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

/**
 * Measures one contestant once more.
 *
 * @param counts Whether the round counts or only warms up.
 */
async function runRound(result: Result, contestant: Contestant, counts: boolean): Promise<Result> {
  try {
    const measured = await measure(contestant)
    return counts ? { ...result, rounds: [...result.rounds, measured] } : result
  } catch (error) {
    return { name: result.name, rounds: [], failure: error instanceof Error ? error.message : String(error) }
  }
}

/** Cleans up after earlier builds and measures one build. */
export async function measure({ clean, steps }: Contestant): Promise<Measured> {
  clean()
  return measureSteps(steps)
}

/** Runs commands one after the other and adds up what they took. */
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

/** Adds up numbers. The sum is undefined when one of them is, because half a sum says nothing. */
const sum = (values: readonly (number | undefined)[]): number | undefined =>
  values.every(isNumber) ? values.reduce((total, value) => total + value, 0) : undefined

/** Returns the largest of some numbers, or undefined when one of them is. */
const largest = (values: readonly (number | undefined)[]): number | undefined =>
  values.every(isNumber) ? Math.max(...values) : undefined

/** Returns the median over rounds of one of the measures, or undefined when it is not known. */
export function medianOf(rounds: readonly Measured[], of: (run: Run) => number | undefined): number | undefined {
  const values = rounds.map(of)
  return values.length > 0 && values.every(isNumber) ? median(values) : undefined
}
