/** This file measures what a reading page of the demo weighs, and what Lighthouse says of it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
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

/** Measures the pages of the demo. */
export const page: Scenario = async ({ rounds = ROUNDS }, say) => {
  const dist = join(BUILT_SITES, 'demo')
  say('building the demo')
  await measure(ourContestant({ contentDir: join(ROOT, 'content'), outDir: dist }))
  const weights = readingPages(dist).map((path) => weighPage(dist, path))
  const judged = await judgePages(dist, rounds, say)
  return {
    scenario: 'page',
    method: `Every reading page of the demo, gzip; Lighthouse with its default phone profile on a server that compresses, medians of ${rounds} runs.`,
    tables: [weightTable(weights), judgementTable(judged)],
    data: { weights, judged },
  }
}

/** Lists the addresses of inquiries and notes, without the lists of them. */
function readingPages(dist: string): string[] {
  return ['inquiries', 'notes'].flatMap((section) =>
    readdirSync(join(dist, section), { withFileTypes: true })
      .filter((item) => item.isDirectory())
      .map(({ name }) => `/${section}/${name}/`),
  )
}

/** Has Lighthouse judge the home page, an inquiry and a note. Without Lighthouse the list is empty. */
async function judgePages(dist: string, runs: number, say: (message: string) => void): Promise<Judgement[]> {
  const pages = readingPages(dist)
  const chosen = [
    '/',
    pages.find((path) => path.startsWith('/inquiries/'))!,
    pages.find((path) => path.startsWith('/notes/'))!,
  ]
  const server = await serveFolder(dist)
  try {
    const judge = createLighthouse()
    const judged: Judgement[] = []
    for (const path of chosen) {
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
