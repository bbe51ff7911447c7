/** This file runs Lighthouse, which is installed on demand, on its default profile: a phone on a slow connection. */
import { join } from 'node:path'
import { findBrowser } from '../../browser.mjs'
import { runMeasured } from '../measure/command.ts'
import { median } from '../measure/statistics.ts'
import { installPackages } from '../peers/npm.ts'
import { Unavailable } from '../peers/peer.ts'
import { BUILT_SITES } from '../places.ts'
import { mkdirSync, readFileSync } from 'node:fs'

const PACKAGES = ['lighthouse@13']
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']

/** A judgement is what Lighthouse says of one page. */
export interface Judgement {
  readonly url: string
  /** These are the scores by category, from 0 to 100. */
  readonly scores: Readonly<Record<string, number>>
  /** This is the time in milliseconds until the largest element is painted. */
  readonly largestPaint: number
  readonly layoutShift: number
}

/** This is the part of a Lighthouse report that is read here. */
interface LighthouseReport {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<Record<string, { readonly numericValue?: number } | undefined>>
}

/**
 * Installs Lighthouse.
 *
 * @returns A function that judges an address a number of times and returns the medians.
 * @throws {Unavailable} When there is no browser or the package cannot be installed.
 */
export function createLighthouse(): (url: string, runs: number) => Promise<Judgement> {
  const browser = findBrowser()
  if (browser === undefined) throw new Unavailable('There is no Chromium to run Lighthouse in.')
  const cli = join(installPackages('lighthouse', PACKAGES), 'node_modules/lighthouse/cli/index.js')
  return async (url, runs) => {
    const judged: Judgement[] = []
    for (let run = 0; run < runs; run++) judged.push(await judge(cli, browser, url))
    return medianJudgement(judged)
  }
}

/** Judges an address once. */
async function judge(cli: string, browser: string, url: string): Promise<Judgement> {
  const file = join(BUILT_SITES, 'lighthouse.json')
  mkdirSync(BUILT_SITES, { recursive: true })
  const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const args = [
    cli,
    url,
    '--quiet',
    `--only-categories=${CATEGORIES.join(',')}`,
    '--output=json',
    `--output-path=${file}`,
    `--chrome-flags=${flags.join(' ')}`,
  ]
  await runMeasured({ command: process.execPath, args, cwd: BUILT_SITES, env: { CHROME_PATH: browser } })
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8')) as LighthouseReport
  return {
    url,
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round(100 * (score ?? 0))]),
    ),
    largestPaint: audits['largest-contentful-paint']?.numericValue ?? NaN,
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? NaN,
  }
}

/** Returns the medians of several judgements of one address. */
function medianJudgement(judged: readonly Judgement[]): Judgement {
  const [first] = judged
  const names = Object.keys(first!.scores)
  return {
    url: first!.url,
    scores: Object.fromEntries(names.map((name) => [name, median(judged.map(({ scores }) => scores[name]!))])),
    largestPaint: median(judged.map(({ largestPaint }) => largestPaint)),
    layoutShift: median(judged.map(({ layoutShift }) => layoutShift)),
  }
}
