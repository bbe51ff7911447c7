/** Whatever is edited, and in whatever order, a build is as good as a clean one. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { isPage, Pair } from './incremental/pair.ts'
import { edited, filesOf, PLOT, someEdits } from './incremental/random-edits.ts'
import { treeOf } from './incremental/tree.ts'
import { seed } from './incremental/seed.ts'

const STEPS = 6

test(`random edits, seed ${seed}`, async (context) => {
  const pair = new Pair('random', filesOf(PLOT))
  await pair.assertClean()
  let plot = PLOT
  for (const edits of fc.sample(fc.noBias(someEdits()), { seed, numRuns: STEPS })) {
    plot = edited(plot, edits)
    const words = edits.map(({ field, at, value }) => `${field} n${at} ${value}`).join(', ')
    await context.test(words, async () => {
      pair.put(filesOf(plot))
      await pair.assertClean()
    })
  }

  await context.test('pages that someone else removed or wrote', async () => {
    const pages = [...treeOf(pair.outDir).keys()].filter(isPage)
    rmSync(
      join(
        pair.outDir,
        pages.find((path) => path.startsWith('notes/n'))!,
      ),
    )
    writeFileSync(
      join(
        pair.outDir,
        pages.find((path) => path.startsWith('inquiries/one'))!,
      ),
      'Not of this site.',
    )
    await pair.assertClean()
  })
})
