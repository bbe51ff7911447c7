/**
 * This file measures what it costs a build that the site is found and keeps its addresses: tags for shared links, linked
 * data, sitemap, whole addresses in feeds and headers, and redirects. Pictures of shared links have a number of their own
 * in `site.yaml` and are left out.
 */
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOurCorpus } from '../corpora.ts'
import { compare, medianOf, type Result } from '../measure.ts'
import { pairedRatio } from '../measure/statistics.ts'
import { ourContestant } from '../ours.ts'
import { BUILT_SITES } from '../places.ts'
import { formatMebibytes, formatRatio, formatSeconds } from '../report/units.ts'
import { ROUNDS, type Scenario } from './scenario.ts'

/** This is the number of entries that the goal is set for: at most 3 % of the time of the processor. */
const GOAL = 1_000

/** What `site.yaml` asks for in each of two sites. */
const SITES = {
  'asks for none of it': 'old_addresses: off\n',
  'asks for all of it': 'url: https://example.org/garden\nhost: netlify\n',
} as const

/** Measures builds of a site that asks for all of this and of one that asks for none. */
export const found: Scenario = async (options, say) => {
  const size = { seed: options.seed, entries: options.entries?.[0] ?? GOAL }
  const outDirs = Object.keys(SITES).map((name) => join(BUILT_SITES, name.replaceAll(' ', '-')))
  const contestants = Object.entries(SITES).map(([name, settings], index) => {
    const contentDir = writeOurCorpus(size, `found-${index}`)
    writeFileSync(
      join(contentDir, 'site.yaml'),
      `title: Garden\nlanguage: en\nhistory: off\nshare_pictures: off\n${settings}`,
    )
    return { ...ourContestant({ contentDir, outDir: outDirs[index]! }), name }
  })
  const results = await compare(contestants, {
    rounds: options.rounds ?? ROUNDS,
    warmups: options.warmups,
    onProgress: say,
  })
  const [without, all] = results as [Result, Result]
  const bytes = outDirs.map(bytesOf)
  return {
    scenario: 'found',
    method:
      'Cold builds with search of the same notes, in turn, with the page code kept; `site.yaml` of the one asks for whole addresses, sitemap, ' +
      'tags for shared links and redirects of a host, and that of the other for nothing. Pictures are left out. Medians, and the median of the ratios round by round.',
    tables: [
      {
        caption: `${size.entries} entries`,
        head: ['', 'seconds', 'cpu', 'bytes of the site', 'cpu is of none', 'bytes are of none'],
        rows: results.map((result, index) => [
          result.name,
          formatSeconds(medianOf(result.rounds, ({ seconds }) => seconds)),
          formatSeconds(medianOf(result.rounds, ({ cpuSeconds }) => cpuSeconds)),
          formatMebibytes(bytes[index]),
          ...(index === 0 ? ['', ''] : [formatRatio(cpuRatio(all, without)), formatRatio(bytes[1]! / bytes[0]!)]),
        ]),
      },
    ],
    data: { size, results, bytes },
  }
}

/** Returns how many times the processor's time of another contestant one takes, where it is known. */
function cpuRatio(one: Result, other: Result): number | undefined {
  const [own, others] = [one, other].map(({ rounds }) => rounds.flatMap(({ cpuSeconds }) => cpuSeconds ?? []))
  return own!.length === 0 || own!.length !== others!.length ? undefined : pairedRatio(own!, others!)
}

/** Returns the sum of the bytes of all files of a folder. */
const bytesOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
