/** This file measures what one search costs to fetch, the first on a page and the one after it. */
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser } from '../../browser.mjs'
import { writeOurCorpus } from '../corpora.ts'
import type { CorpusSize } from '../corpus.ts'
import { generateVocabulary } from '../corpus/vocabulary.ts'
import { measure } from '../measure.ts'
import { median } from '../measure/statistics.ts'
import { ourContestant } from '../ours.ts'
import { BUILT_SITES } from '../places.ts'
import { formatKilobytes } from '../report/units.ts'
import { serveFolder, type Sent, type StaticServer } from '../serve/static-server.ts'
import { sizeOf, type Scenario } from './scenario.ts'
import { join } from 'node:path'

/** These are the ranks of the words that are searched for: common, middling and rare ones. */
const RANKS = [60, 400, 1_500, 5_000, 15_000]
/** This is the time in milliseconds without a request after which a page counts as loaded. */
const QUIET_TIME = 700

/** A `Searched` is what the server sent for a page and for two queries on it. */
interface Searched {
  readonly queries: readonly [string, string]
  readonly page: readonly Sent[]
  readonly cold: readonly Sent[]
  readonly warm: readonly Sent[]
}

/** Measures searches. */
export const search: Scenario = async (options, say) => {
  const size = sizeOf(options)
  const dist = join(BUILT_SITES, 'searched')
  say('building')
  await measure(ourContestant({ contentDir: writeOurCorpus(size), outDir: dist }))
  const server = await serveFolder(dist)
  const browser = await launchBrowser()
  const searched: Searched[] = []
  const questions: Searched[] = []
  try {
    for (const [pairs, into] of [[queryPairs(size), searched] as const, [questionPairs(size), questions] as const])
      for (const queries of pairs) {
        say(queries.join(', then '))
        into.push(await searchTwice(browser, server, queries))
      }
  } finally {
    await browser.close()
    await server.close()
  }
  return report(size, searched, questions)
}

function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

/** Returns queries of one word and of two words, each with another that follows it. */
function queryPairs({ seed }: CorpusSize): [string, string][] {
  const { words } = generateVocabulary(seed)
  const queries = RANKS.flatMap((rank) => [words[rank]!, `${words[rank + 1]!} ${words[rank + 2]!}`])
  return queries.map((query, at) => [query, queries[(at + 3) % queries.length]!])
}

/** Returns questions of nine words, five of which say what is meant, each after a query of one word. */
function questionPairs({ seed }: CorpusSize): [string, string][] {
  const { words } = generateVocabulary(seed)
  return RANKS.map((rank, at) => {
    const [a, b, c, d, e] = RANKS.map((_, index) => words[RANKS[(at + index) % RANKS.length]! + 3 + index]!)
    return [words[rank]!, `why does the ${a} ${b} of ${c} ${d} ${e}`]
  })
}

/** Opens the search page and types two queries. */
async function searchTwice(browser: Browser, server: StaticServer, queries: [string, string]): Promise<Searched> {
  // A context of its own has an empty cache.
  const context = await browser.newContext()
  const page = await context.newPage()
  const sentBy = async (action: () => Promise<unknown>): Promise<Sent[]> => {
    const before = server.sent.length
    await action()
    await untilQuiet(server)
    return server.sent.slice(before)
  }
  const opened = await sentBy(() => page.goto(`${server.url}/search/`))
  const cold = await sentBy(() => typeQuery(page, queries[0]))
  const warm = await sentBy(() => typeQuery(page, queries[1]))
  await context.close()
  return { queries, page: opened, cold, warm }
}

/** Types a query and waits for its results. */
async function typeQuery(page: Page, query: string): Promise<void> {
  const input = page.locator('main input[name=q]')
  await input.fill('')
  await input.pressSequentially(query, { delay: 40 })
  // The status says this once the results are there, even when there are none. A small corpus may lack a word, and
  // then a similar one is searched for.
  const said = new RegExp(`“${query}”|Nothing has “(${query.replaceAll(' ', '|')})”`)
  await page.locator('#found .state', { hasText: said }).waitFor({ timeout: 20_000 })
}

/** Waits until the server has sent nothing for a while. */
async function untilQuiet({ sent }: StaticServer): Promise<void> {
  let before: number
  do {
    before = sent.length
    await wait(QUIET_TIME)
  } while (before !== sent.length)
}

function report(
  size: CorpusSize,
  searched: readonly Searched[],
  questions: readonly Searched[],
): Awaited<ReturnType<Scenario>> {
  const bytes = (of: readonly Sent[], measure: keyof Sent & ('bytes' | 'uncompressed') = 'bytes'): number =>
    of.reduce((sum, sent) => sum + sent[measure], 0)
  const line = (name: string, part: 'page' | 'cold' | 'warm', pairs = searched): string[] => {
    const values = pairs.map((each) => bytes(each[part]))
    const plain = pairs.map((each) => bytes(each[part], 'uncompressed'))
    return [name, formatKilobytes(median(values)), formatKilobytes(Math.max(...values)), formatKilobytes(median(plain))]
  }
  return {
    scenario: 'search',
    method:
      'Bodies as a server that compresses text sends them: opening the search page, typing a first query there, then a second. ' +
      `${searched.length} pairs of queries of common to rare words, each in a browser with an empty cache. ` +
      'A question is of nine words, five of which say what is meant.',
    tables: [
      {
        caption: `${size.entries} entries`,
        head: ['', 'median', 'most', 'median uncompressed'],
        rows: [
          line('the page', 'page'),
          line('first query', 'cold'),
          line('second query', 'warm'),
          line('second query, a question', 'warm', questions),
        ],
      },
    ],
    data: { size, searched, questions },
  }
}
