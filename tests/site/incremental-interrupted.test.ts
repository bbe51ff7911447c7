/** However often builds are killed, and wherever they are when it happens, the next that comes to its end is as good as a clean one. */
import { test, type TestContext } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { Pair } from './incremental/pair.ts'
import { edited, filesOf, PLOT, someEdits, type Plot } from './incremental/random-edits.ts'
import { seed } from './incremental/seed.ts'
import type { Running } from './start.ts'

/** To one completed build. */
const KILLS = 5
const ROUNDS = 4

interface Step {
  readonly edits: Parameters<typeof edited>[1]
  /** What was built last, what was there before, or something new. */
  readonly to: 'built' | 'earlier' | 'new'
  readonly earlier: number
  readonly phase: 'reading' | 'writing'
  /** How far in that phase the build is when it is killed. */
  readonly part: number
}

const thousandths = (min: number): fc.Arbitrary<number> => fc.integer({ min, max: 1000 }).map((part) => part / 1000)

const anyStep: fc.Arbitrary<Step> = fc.noBias(
  fc.record({
    edits: someEdits(),
    to: fc.constantFrom('built', 'earlier', 'new', 'new'),
    earlier: fc.nat(999),
    // Before it has read the content, a build writes nothing.
    phase: fc.constantFrom('reading', ...Array.from({ length: 5 }, () => 'writing' as const)),
    // First the code is bundled, which takes long; then everything is written within a moment.
    part: fc.oneof(thousandths(0), thousandths(600)),
  }),
)

/** Milliseconds until the content is read, and from there to the end. */
type Phases = Readonly<Record<Step['phase'], number>>

async function phasesOf(build: Running): Promise<Phases> {
  const began = performance.now()
  await build.hasRead
  const read = performance.now()
  await build.done
  return { reading: read - began, writing: performance.now() - read }
}

/** @returns Whether it came to its end before. */
async function killIn(build: Running, { phase, part }: Step, phases: Phases): Promise<boolean> {
  if (phase === 'writing') await build.hasRead
  await setTimeout(part * phases[phase])
  build.kill()
  return (await build.done).status !== null
}

/** Contents come and go; those of the last whole build often, because its pages are those that are known. */
async function interrupt(pair: Pair, steps: readonly Step[], context: TestContext): Promise<void> {
  let phases = await phasesOf(pair.start())
  const plots: Plot[] = [PLOT]
  let built = PLOT
  for (const [index, step] of steps.entries()) {
    const { edits, to, earlier, phase, part } = step
    const plot = { built, earlier: plots[earlier % plots.length]!, new: edited(plots.at(-1)!, edits) }[to]
    plots.push(plot)
    pair.put(filesOf(plot))
    if (index % (KILLS + 1) < KILLS) {
      const hasEnded = await killIn(pair.start(), step, phases)
      context.diagnostic(`${to}, ${phase} ${part}${hasEnded ? ', too late' : ''}`)
      if (!hasEnded) continue
      // Builds are not equally fast; that one would have been killed in time.
      phases = { ...phases, [phase]: phases[phase] * 0.85 }
    } else
      await pair.assertClean(async () => {
        const build = pair.start()
        phases = await phasesOf(build)
        return build.done
      })
    built = plot
  }
}

test(`${ROUNDS} times ${KILLS} builds that are killed, and one after them that is not, seed ${seed}`, async (context) => {
  const steps = fc.sample(anyStep, { seed, numRuns: ROUNDS * (KILLS + 1) })
  await interrupt(new Pair('interrupted', filesOf(PLOT)), steps, context)
})
