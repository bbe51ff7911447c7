/**
 * This file is the command `npm run bench:search`. It measures how well the search finds what is meant, against
 * Pagefind without settings and against a plain scan. With `--vaults` it measures on public vaults, which it fetches
 * from GitHub, or copies from the folder that `--copies` names. With `--unspaced` it measures on a made site in Chinese and
 * Japanese, and on one in Thai. `--misses` lists where the first result is another.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { close, createIndex } from 'pagefind'
import { build } from 'vite'
import { findBrowser } from '../browser.mjs'
import { writeOurCorpus } from './corpora.ts'
import { generateCorpus } from './corpus.ts'
import { measure } from './measure.ts'
import { ourContestant } from './ours.ts'
import { BUILT_SITES, ROOT } from './places.ts'
import { figuresTable } from './search-quality/table.ts'
import { generatedQueries } from './search-quality/generated.ts'
import type * as InPage from './search-quality/in-page.ts'
import { fetchVault, judgedByAddress } from './search-quality/fetch-vault.ts'
import { JUDGED_QUERIES, type JudgedQuery } from './search-quality/judged.ts'
import { UNSPACED_QUERIES, unspacedSite } from './search-quality/unspaced.ts'
import { THAI_QUERIES, thaiSite } from './search-quality/thai.ts'
import { JUDGED_VAULTS } from './search-quality/vaults.ts'
import { createScanner } from './search-quality/naive.ts'
import { serveFolder } from './serve/static-server.ts'
import { pagesIn } from './search-quality/pages.ts'

const SIZE = { entries: 400, seed: 1 }
const DEFAULTS = 'pagefind-defaults'

/** Builds a site, runs all queries in each search, and prints how well each one ranks. */
async function compareRankings(name: string, contentDir: string, judged: readonly JudgedQuery[]): Promise<void> {
  const dist = join(BUILT_SITES, `quality-${name}`)
  await measure(ourContestant({ contentDir, outDir: dist }))
  const addresses = pagesIn(dist)
  await indexByDefaults(dist)
  const queries = judged.map(({ query }) => query)
  const { found, byDefaults } = await searchInBrowser(dist, queries)
  const scan = createScanner(dist, addresses)
  const entriesAmong = (urls: readonly string[]): string[] => urls.filter((url) => addresses.includes(url))
  const contestants = {
    'plain scan': queries.map(scan),
    'Pagefind, no settings': byDefaults.map(entriesAmong),
    'ours, by rank': found.map(({ engine }) => entriesAmong(engine)),
    'ours, as shown': found.map(({ shown }) => entriesAmong(shown)),
  }
  console.log(
    `\n${name}: ${judged.length} queries, ${addresses.length} entries\n\n${figuresTable(judged, contestants)}`,
  )
  if (values.misses === true) printMisses(judged, contestants['ours, by rank'])
}

/** Writes files into a folder of their own, and returns it. */
function writeSite(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'unspaced-'))
  mkdirSync(join(folder, 'notes'))
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  return folder
}

/** Indexes the pages of a built site as Pagefind's own command does. */
async function indexByDefaults(dist: string): Promise<void> {
  rmSync(join(dist, DEFAULTS), { recursive: true, force: true })
  const { index } = await createIndex()
  await index!.addDirectory({ path: dist })
  await index!.writeFiles({ outputPath: join(dist, DEFAULTS) })
  await close()
}

/** Runs the queries in a browser, by the search of the site and by Pagefind without settings. */
async function searchInBrowser(dist: string, queries: readonly string[]) {
  const executablePath = findBrowser()
  const server = await serveFolder(dist)
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage()
    const code = await bundleModule('scripts/bench/search-quality/in-page.ts')
    await page.route('**/in-page.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }))
    await page.goto(`${server.url}/search/`)
    return await page.evaluate(
      async ([all, bundle]) => {
        const module = '/in-page.js'
        const { rankByOurs, rankByDefaults } = (await import(module)) as typeof InPage
        return { found: await rankByOurs(all), byDefaults: await rankByDefaults(all, bundle) }
      },
      [queries, `/${DEFAULTS}/pagefind.js`] as const,
    )
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Bundles a module with all that it imports. */
async function bundleModule(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ...{ write: false, minify: false, lib: { entry: join(ROOT, entry), formats: ['es'] } },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [{ output }] = result as unknown as [{ output: { code: string }[] }]
  return output[0]!.code
}

/** Prints each query whose first result does not answer it. */
function printMisses(judged: readonly JudgedQuery[], ranked: readonly (readonly string[])[]): void {
  for (const [index, { kind, query, relevant }] of judged.entries()) {
    const at = ranked[index]!.findIndex((url) => relevant.includes(url))
    if (at !== 0) console.log(`${kind}: ${query} → ${at + 1 || 'not found'} (${ranked[index]!.slice(0, 3).join(' ')})`)
  }
}

const { values } = parseArgs({
  options: {
    misses: { type: 'boolean' },
    vaults: { type: 'boolean' },
    unspaced: { type: 'boolean' },
    copies: { type: 'string' },
  },
})
for (const language of values.unspaced === true ? ['zh', 'ja', 'en'] : [])
  await compareRankings(`in ${language}`, writeSite(unspacedSite(language)), UNSPACED_QUERIES)
for (const language of values.unspaced === true ? ['th', 'en'] : [])
  await compareRankings(`Thai in ${language}`, writeSite(thaiSite(language)), THAI_QUERIES)
if (values.vaults !== true && values.unspaced !== true) {
  await compareRankings('demo', join(ROOT, 'content'), JUDGED_QUERIES)
  await compareRankings('made up', writeOurCorpus(SIZE), generatedQueries(generateCorpus(SIZE), SIZE.seed))
}
for (const vault of values.vaults === true ? JUDGED_VAULTS : []) {
  const folder = fetchVault(vault, values.copies)
  await compareRankings(basename(folder), folder, await judgedByAddress(folder, vault.queries))
}
