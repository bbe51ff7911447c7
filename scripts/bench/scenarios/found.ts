/**
 * This file measures what it costs a build that the site is found and keeps its addresses: tags for shared links, linked
 * data, sitemap, whole addresses in feeds and headers, and redirects. Pictures of shared links have a number of their own
 * in `site.yaml` and are left out.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CorpusSize } from '../corpus.ts'
import { writeOurCorpus } from '../corpora.ts'
import type { Scenario } from './scenario.ts'
import { compareTwo } from './two-sites.ts'

/** This is the number of entries that the goal is set for: at most 3 % of the time of the processor. */
const GOAL = 1_000

/** Measures builds of a site that asks for all of this and of one that asks for none. */
export const found: Scenario = async (options, say) => {
  const size = { seed: options.seed, entries: options.entries?.[0] ?? GOAL }
  const measured = await compareTwo(options, say, `${size.entries} entries`, [
    { name: 'asks for none of it', contentDir: gardenWith(size, 0, 'old_addresses: off\n') },
    { name: 'asks for all of it', contentDir: gardenWith(size, 1, 'url: https://example.org/garden\nhost: netlify\n') },
  ])
  return {
    scenario: 'found',
    method:
      'Cold builds with search of the same notes, in turn, with the page code kept; `site.yaml` of the one asks for whole addresses, sitemap, ' +
      'tags for shared links and redirects of a host, and that of the other for nothing. Pictures are left out. Medians, and the median of the ratios round by round.',
    ...measured,
  }
}

/** Writes the content folder of a site that asks for something. */
function gardenWith(size: CorpusSize, index: number, settings: string): string {
  const contentDir = writeOurCorpus(size, `found-${index}`)
  writeFileSync(
    join(contentDir, 'site.yaml'),
    `title: Garden\nlanguage: en\nhistory: off\nshare_pictures: off\n${settings}`,
  )
  return contentDir
}
