/** This file measures a site that several processes build, each a share of it, next to one build of the whole site. */
import { join } from 'node:path'
import { writeOurCorpus } from '../corpora.ts'
import { measure, measureSteps, type Measured } from '../measure.ts'
import { joinCommand, ourContestant } from '../ours.ts'
import { BUILT_SITES, moveAside } from '../places.ts'
import { formatMebibytes, formatSeconds } from '../report/units.ts'
import type { Scenario } from './scenario.ts'

/** This is the number of entries that is measured by default. */
const ENTRIES = 50_000
/** This is the number of shares, each built as on a machine of its own. */
const SHARES = 4

/** Measures shares. */
export const shares: Scenario = async ({ entries = [ENTRIES], seed }, say) => {
  const size = { seed, entries: entries[0]! }
  const contentDir = writeOurCorpus(size)
  const measured: (Measured & { readonly name: string })[] = []
  const add = async (name: string, measuring: () => Promise<Measured>): Promise<void> => {
    say(name)
    measured.push({ ...(await measuring()), name })
  }
  await add('one build', () => measure(ourContestant({ contentDir })))
  const built = Array.from({ length: SHARES }, (_, index) => ({
    shard: `${index + 1}/${SHARES}`,
    outDir: join(BUILT_SITES, `share-${index + 1}`),
  }))
  for (const { shard, outDir } of built)
    await add(`share ${shard}`, () => measure(ourContestant({ contentDir, outDir, shard })))
  const joined = join(BUILT_SITES, 'joined')
  moveAside(joined)
  const folders = built.map(({ outDir }) => outDir)
  await add('join', () => measureSteps([joinCommand(folders, joined)]))
  return {
    scenario: 'shares',
    method:
      'One cold build with search; then each share by itself, cold, one after the other, as if each had a machine of its own; then the command that joins them.',
    tables: [
      {
        caption: `${size.entries} entries, ${SHARES} shares`,
        head: ['', 'seconds', 'cpu', 'peak'],
        rows: measured.map(({ name, seconds, cpuSeconds, peakMemory }) => [
          name,
          formatSeconds(seconds),
          formatSeconds(cpuSeconds),
          formatMebibytes(peakMemory),
        ]),
      },
    ],
    data: { size, measured },
  }
}
