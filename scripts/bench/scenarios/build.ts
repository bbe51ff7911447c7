/** This file measures a cold build against those of the peers, with search and without. */
import { earlierContestant } from '../against.ts'
import { writeOurCorpus } from '../corpora.ts'
import { generateCorpus } from '../corpus.ts'
import { compare, type Contestant, type Result } from '../measure.ts'
import { OUR_NAME, ourContestant } from '../ours.ts'
import { BUILT_SITES } from '../places.ts'
import { installPeers } from '../peers/index.ts'
import { comparisonTable } from '../report/comparison.ts'
import { ROUNDS, sizeOf, type Scenario } from './scenario.ts'

/** Measures cold builds. */
export const build: Scenario = async (options, say) => {
  const size = sizeOf(options)
  const contentDir = writeOurCorpus(size)
  const pagesOnly = writeOurCorpus(size, 'pages-only', 'alternates: none\n')
  const peers = installPeers(options.peers, say)
  const content = generateCorpus(size)
  const contestants = (search: boolean): Contestant[] => [
    ourContestant({ contentDir, search }),
    {
      ...ourContestant({ contentDir: pagesOnly, outDir: `${BUILT_SITES}/pages-only`, search }),
      name: `${OUR_NAME}, pages only`,
    },
    ...(options.against === undefined ? [] : [earlierContestant(options.against, { contentDir, search })]),
    ...peers.map(({ peer }) => peer.contestant(content, search)),
  ]
  const measured = (search: boolean): Promise<Result[]> =>
    compare(contestants(search), {
      rounds: options.rounds ?? ROUNDS,
      warmups: options.warmups,
      onProgress: (message) => {
        say(`${search ? 'with' : 'without'} search, ${message}`)
      },
    })
  const withSearch = await measured(true)
  const withoutSearch = await measured(false)
  return {
    scenario: 'build',
    method:
      'Whole processes, every cache and output removed before, but for the page code, which does not depend on content; contestants in turn; medians, and the median of the ratios round by round. ' +
      "With search, the peers' output is indexed by Pagefind's command after them. The peers print title, lede, body, topics and backlinks " +
      '(Starlight without backlinks); formulas and callouts stay as they are written there. "Pages only" leaves out the files beside pages, as the peers do.',
    tables: [
      comparisonTable(`${size.entries} entries, with search`, withSearch),
      comparisonTable(`${size.entries} entries, without search`, withoutSearch),
    ],
    data: { size, peers: peers.map(({ name, peer }) => ({ name, version: peer.version })), withSearch, withoutSearch },
  }
}
