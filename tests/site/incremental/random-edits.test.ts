/** Whatever is edited, and in whatever order, a build is as good as a clean one. */
import { test } from 'node:test'
import fc from 'fast-check'
import { runs, seed } from '../../support/runs.ts'
import { Pair } from './pair.ts'
import { edited, filesOf, PLOT, someEdits } from './random-edits.ts'

const STEPS = runs(4)

test(`random edits, seed ${seed}`, async (context) => {
  const pair = new Pair('random', filesOf(PLOT))
  await pair.build()
  let plot = PLOT
  for (const edits of fc.sample(fc.noBias(someEdits()), { seed, numRuns: STEPS })) {
    plot = edited(plot, edits)
    const words = edits.map(({ field, at, value }) => `${field} n${at} ${value}`).join(', ')
    await context.test(words, async () => {
      pair.put(filesOf(plot))
      await pair.assertClean()
    })
  }
})
