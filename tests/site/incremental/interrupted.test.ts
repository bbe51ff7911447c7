/**
 * However often builds are killed, and wherever they are when it happens, the next that comes to its end is as good as
 * a clean one.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type { Running } from '../../support/own-process.ts'
import { nightly, runs, seed } from '../../support/runs.ts'
import { timesOf } from '../../support/tree.ts'
import { isPage, Pair } from './pair.ts'
import { anAddition, edited, filesOf, PLOT, someEdits, type Plot } from './random-edits.ts'

/** So many builds are killed for each one that comes to its end. */
const KILLS = 2
const ROUNDS = runs(2)

interface Step {
  readonly edits: Parameters<typeof edited>[1]
  /** What was built last, what was there before, or something new. */
  readonly to: 'built' | 'earlier' | 'new'
  readonly earlier: number
  readonly phase: 'reading' | 'bundling' | 'writing'
  /** How far in that phase the build is when it is killed. */
  readonly part: number
}

/** In which that is a matter of time. All pages are written within a moment, which no clock would meet. */
type TimedPhase = Exclude<Step['phase'], 'writing'>

const thousandths = (min: number): fc.Arbitrary<number> => fc.integer({ min, max: 1000 }).map((part) => part / 1000)

const anyStep: fc.Arbitrary<Step> = fc.noBias(
  fc.record({
    // A page that there was not before is left over most easily.
    edits: fc.tuple(someEdits(), anAddition()).map(([edits, addition]) => [...edits, addition]),
    to: fc.constantFrom('built', 'earlier', 'new', 'new'),
    earlier: fc.nat(999),
    // Before it has read the content, a build writes nothing.
    phase: fc.constantFrom('reading', 'bundling', 'bundling', 'writing', 'writing', 'writing'),
    part: thousandths(0),
  }),
)

/** Milliseconds until the content is read, and from there to the end. */
type Phases = Readonly<Record<TimedPhase, number>>

async function phasesOf(build: Running): Promise<Phases> {
  const began = performance.now()
  await build.hasRead
  const read = performance.now()
  await build.done
  return { reading: read - began, bundling: performance.now() - read }
}

/** @returns Whether the build came to its end before it was killed. */
async function startAndKill(pair: Pair, { phase, part }: Step, phases: Phases): Promise<boolean> {
  // The pages are listed before the build starts, because a build that runs removes some of them.
  const before = [...timesOf(pair.outDir)].filter(([path]) => isPage(path))
  const build = pair.start()
  if (phase !== 'reading') await build.hasRead
  if (phase === 'writing') await written(build, part, before, pair.outDir)
  else await setTimeout(part * phases[phase])
  build.kill()
  return (await build.done).status !== null
}

/** Every build writes at least so many pages. */
const SURELY = 6

/** Until some of the pages that were there before are written anew or removed, or the build has ended. */
async function written(
  build: Running,
  part: number,
  before: readonly (readonly [path: string, time: bigint])[],
  outDir: string,
): Promise<void> {
  const isNew = ([path, time]: (typeof before)[number]): boolean =>
    statSync(join(outDir, path), { bigint: true, throwIfNoEntry: false })?.mtimeNs !== time
  const hasEnded = build.done.then(() => true)
  while (before.filter(isNew).length < part * SURELY && !(await Promise.race([hasEnded, setTimeout(1, false)])))
    continue
}

/** Contents come and go; those of the last whole build often, because its pages are those that are known. */
async function interrupt(pair: Pair, steps: readonly Step[], context: TestContext): Promise<void> {
  let phases = await phasesOf(pair.start())
  const plots: Plot[] = [PLOT]
  let built = PLOT
  for (const [index, step] of steps.entries()) {
    const { edits, earlier, phase, part } = step
    const isKilled = index % (KILLS + 1) < KILLS
    // What was built last is what the next build takes most for granted.
    const to = !isKilled && Math.floor(index / (KILLS + 1)) % 2 === 0 ? 'built' : step.to
    const plot = { built, earlier: plots[earlier % plots.length]!, new: edited(plots.at(-1)!, edits) }[to]
    plots.push(plot)
    pair.put(filesOf(plot))
    if (isKilled) {
      const hasEnded = await startAndKill(pair, step, phases)
      context.diagnostic(`${to}, ${phase} ${part}${hasEnded ? ', too late' : ''}`)
      if (!hasEnded) continue
      // Builds are not equally fast; that one would have been killed in time.
      if (phase !== 'writing') phases = { ...phases, [phase]: phases[phase] * 0.85 }
    } else
      await pair.assertClean(async () => {
        const build = pair.start()
        phases = await phasesOf(build)
        return build.done
      })
    built = plot
  }
}

test(
  `${ROUNDS} times ${KILLS} builds that are killed, and one after them that is not, seed ${seed}`,
  nightly,
  async (context) => {
    const steps = fc.sample(anyStep, { seed, numRuns: ROUNDS * (KILLS + 1) })
    await interrupt(new Pair('interrupted', filesOf(PLOT)), steps, context)
  },
)
