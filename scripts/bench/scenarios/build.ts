/** A cold build against the peers', with search and without. */
import { ourCorpus } from '../corpora.ts'
import { corpus } from '../corpus.ts'
import { compare, type Result } from '../measure.ts'
import { ours } from '../ours.ts'
import { availablePeers } from '../peers/index.ts'
import { comparison } from '../report/comparison.ts'
import { ROUNDS, sizeOf, type Scenario } from './scenario.ts'

export const build: Scenario = async (options, say) => {
  const size = sizeOf(options)
  const contentDir = ourCorpus(size)
  const peers = availablePeers(options.peers, say)
  const content = corpus(size)
  const measured = (search: boolean): Promise<Result[]> =>
    compare([ours({ contentDir, search }), ...peers.map(({ peer }) => peer.contestant(content, search))], {
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
      'Whole processes, every cache and output removed before, contestants in turn; medians, and the median of the ratios round by round. ' +
      "With search, the peers' output is indexed by Pagefind's command after them. The peers print title, lede, body, topics and backlinks " +
      '(Starlight without backlinks); formulas and callouts stay as they are written there.',
    tables: [
      comparison(`${size.entries} entries, with search`, withSearch),
      comparison(`${size.entries} entries, without search`, withoutSearch),
    ],
    data: { size, peers: peers.map(({ name, peer }) => ({ name, version: peer.version })), withSearch, withoutSearch },
  }
}
