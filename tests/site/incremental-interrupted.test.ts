/** However often builds are killed, and wherever they are when it happens, the next that comes to its end is as good as a clean one. */
import { describe, test, type TestContext } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { Pair } from './incremental/pair.ts'
import { edited, filesOf, PLOT, someEdits, type Plot } from './incremental/random-edits.ts'
import type { Running } from './incremental/run.ts'
import { seed } from './incremental/seed.ts'

/** To one completed build. */
const KILLS = 5
const ROUNDS = 2

interface Step {
  readonly edits: Parameters<typeof edited>[1]
  /** What was built last, what was there before, or something new. */
  readonly to: 'built' | 'earlier' | 'new'
  readonly earlier: number
  readonly isReading: boolean
  /** How far in that phase the build is when it is killed. */
  readonly part: number
}

const anyStep = fc.noBias(
  fc.record({
    edits: someEdits(),
    to: fc.constantFrom('built', 'earlier', 'new', 'new'),
    earlier: fc.nat(999),
    // Nothing is written in this phase.
    isReading: fc.constantFrom(true, false, false, false, false, false),
    part: fc.nat(1000).map((thousandths) => thousandths / 1000),
  }),
) satisfies fc.Arbitrary<Step>

/** Milliseconds until the content is read, and from there to the end. */
interface Phases {
  readonly reading: number
  readonly writing: number
}

async function phasesOf(build: Running): Promise<Phases> {
  const began = performance.now()
  await build.hasRead
  const read = performance.now()
  await build.done
  return { reading: read - began, writing: performance.now() - read }
}

async function killIn(build: Running, { isReading, part }: Step, phases: Phases): Promise<boolean> {
  if (!isReading) await build.hasRead
  await setTimeout(part * (isReading ? phases.reading : phases.writing))
  build.kill()
  return (await build.done).status === null
}

/** Contents come and go; those of the last whole build often, because its pages are those that are known. */
async function interrupt(pair: Pair, steps: readonly Step[], context: TestContext): Promise<void> {
  const phases = await phasesOf(pair.start())
  await pair.assertClean()
  const plots: Plot[] = [PLOT]
  let built = PLOT
  for (const [index, step] of steps.entries()) {
    const last = plots.at(-1)!
    const plot = { built, earlier: plots[step.earlier % plots.length]!, new: edited(last, step.edits) }[step.to]
    plots.push(plot)
    pair.put(filesOf(plot))
    if (index % (KILLS + 1) < KILLS) {
      const wasKilled = await killIn(pair.start(), step, phases)
      context.diagnostic(
        `${step.to}: ${wasKilled ? 'killed' : 'too late'}, ${step.isReading ? 'reading' : 'writing'} ${step.part.toFixed(2)}`,
      )
    } else {
      await pair.assertClean()
      built = plot
    }
  }
}

describe(`builds that are killed, seed ${seed}`, { concurrency: 2 }, () => {
  for (const track of [1, 2])
    test(`${ROUNDS} times ${KILLS} of them, and one after each that is not, ${track}`, async (context) => {
      const steps = fc.sample(anyStep, { seed: seed + track, numRuns: ROUNDS * (KILLS + 1) })
      await interrupt(new Pair(`interrupted-${track}`, filesOf(PLOT)), steps, context)
    })
})
