/** This file measures the build of a small site: that of the content of this project. */
import { join } from 'node:path'
import { earlierContestant } from '../against.ts'
import { compare } from '../measure.ts'
import { ourContestant } from '../ours.ts'
import { ROOT } from '../places.ts'
import { comparisonTable } from '../report/comparison.ts'
import type { Scenario } from './scenario.ts'

const ROUNDS = 5

/** Measures the build of the demo. */
export const demo: Scenario = async ({ rounds = ROUNDS, warmups, against }, say) => {
  const contentDir = join(ROOT, 'content')
  const contestants = [
    ourContestant({ contentDir }),
    { ...ourContestant({ contentDir, keepsCode: false }), name: 'Throughline, pages bundled' },
    ...(against === undefined ? [] : [earlierContestant(against, { contentDir })]),
  ]
  const results = await compare(contestants, { rounds, warmups, onProgress: say })
  return {
    scenario: 'demo',
    method:
      'Whole processes, contestants in turn; content, cache and output of every build are new, and of the first contestant alone the ' +
      'page code is that of the build before.',
    tables: [comparisonTable('The demo, with search', results)],
    data: results,
  }
}
