/** This file measures what a reading page of the demo weighs, and what Lighthouse says of it. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeOurCorpus } from '../corpora.ts'
import { measure } from '../measure.ts'
import { median } from '../measure/statistics.ts'
import { ourContestant } from '../ours.ts'
import { Unavailable } from '../peers/peer.ts'
import { BUILT_SITES, ROOT } from '../places.ts'
import type { Table } from '../report/report.ts'
import { formatKilobytes, formatMilliseconds } from '../report/units.ts'
import { serveFolder } from '../serve/static-server.ts'
import { createLighthouse, type Judgement } from './lighthouse.ts'
import { weighPage, type PageWeight } from './page-weight.ts'
import { ROUNDS, type Scenario } from './scenario.ts'

/** About 2,700 of these entries are notes. */
const LARGE = { seed: 1, entries: 3000 } as const

/** Measures the pages of the demo, and the list of the notes of a large site. */
export const page: Scenario = async ({ rounds = ROUNDS }, say) => {
  const dist = join(BUILT_SITES, 'demo')
  say('building the demo')
  await measure(ourContestant({ contentDir: join(ROOT, 'content'), outDir: dist }))
  const weights = readingPages(dist).map((path) => weighPage(dist, path))
  const large = join(BUILT_SITES, 'large')
  say(`building ${LARGE.entries.toLocaleString('en')} entries`)
  await measure(ourContestant({ contentDir: writeOurCorpus(LARGE), outDir: large }))
  const judged = [
    ...(await judgePages(dist, chosenPages(dist), rounds, say)),
    ...(await judgePages(large, ['/notes/'], rounds, say)),
  ]
  return {
    scenario: 'page',
    method: `Every reading page of the demo, gzip; Lighthouse with its default phone profile on a server that compresses, the last line for the notes of a site of ${LARGE.entries.toLocaleString('en')} entries, medians of ${rounds} runs.`,
    tables: [weightTable(weights), judgementTable(judged)],
    data: { weights, judged },
  }
}

/** Lists the addresses of inquiries and notes, without the lists of them. */
function readingPages(dist: string): string[] {
  return ['inquiries', 'notes'].flatMap((section) =>
    readdirSync(join(dist, section))
      .filter((name) => existsSync(join(dist, section, name, 'index.html')))
      .map((name) => `/${section}/${name}/`),
  )
}

/** Returns the addresses of the home page, an inquiry and a note. */
function chosenPages(dist: string): string[] {
  const pages = readingPages(dist)
  return ['/', ...['/inquiries/', '/notes/'].map((section) => pages.find((path) => path.startsWith(section))!)]
}

/** Has Lighthouse judge pages of a site. Without Lighthouse the list is empty. */
async function judgePages(
  dist: string,
  paths: readonly string[],
  runs: number,
  say: (message: string) => void,
): Promise<Judgement[]> {
  const server = await serveFolder(dist)
  try {
    const judge = createLighthouse()
    const judged: Judgement[] = []
    for (const path of paths) {
      say(`Lighthouse: ${path}`)
      judged.push({ ...(await judge(server.url + path, runs)), url: path })
    }
    return judged
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    say(`Lighthouse is left out. ${error.message}`)
    return []
  } finally {
    await server.close()
  }
}

function weightTable(weights: readonly PageWeight[]): Table {
  const line = (name: string, values: readonly number[]): string[] => [
    name,
    formatKilobytes(median(values)),
    formatKilobytes(Math.max(...values)),
  ]
  return {
    caption: `${weights.length} reading pages`,
    head: ['gzip', 'median', 'most'],
    rows: [
      line(
        'HTML + CSS',
        weights.map(({ htmlAndCss }) => htmlAndCss),
      ),
      line(
        'script',
        weights.map(({ script }) => script),
      ),
    ],
  }
}

function judgementTable(judged: readonly Judgement[]): Table {
  return {
    caption: 'Lighthouse',
    head: ['', ...Object.keys(judged[0]?.scores ?? {}), 'largest paint', 'layout shift'],
    rows: judged.map(({ url, scores, largestPaint, layoutShift }) => [
      url,
      ...Object.values(scores).map(String),
      formatMilliseconds(largestPaint),
      layoutShift.toFixed(3),
    ]),
  }
}
