/** Words without end, such as identifiers, break. No page is wider than the window of a telephone. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeFilesOfCopy } from '../../src/build/single/write-copy.ts'
import { sharedSite } from '../support/site.ts'
import { expect, test } from '../support/browser/test.ts'

const WORD = 'x'.repeat(300)
const entry = (fields: object): string => `---\n${JSON.stringify(fields)}\n---\n## ${WORD}\n\n${WORD} [[b]]\n`

const note = (role: string, value: string): string => {
  const effect = { kind: 'mean difference', value, unit: WORD, measure: WORD, comparison: WORD }
  const facts = { population: WORD, n: '3', counted: WORD, dose: WORD, measure: WORD, funding: WORD, interest: WORD }
  return entry({
    title: WORD,
    claim: WORD,
    quote: WORD,
    topics: [WORD],
    inquiries: [{ inquiry: 'q', role, because: WORD }],
    source: [{ title: WORD, authors: [WORD], year: '2020', url: `https://example.org/${WORD}` }],
    study: { ...facts, effect: [effect], checked: { by: WORD, version: WORD } },
  })
}

const FILES = {
  'site.yaml': JSON.stringify({ title: WORD, description: WORD, author: WORD, licence: WORD, mode: 'lenient' }),
  'inquiries/q.md': entry({ title: WORD, lede: WORD, answer: WORD, certainty: 'low', reasons: { imprecision: WORD } }),
  'inquiries/r.md': entry({ title: `${WORD}r`, topics: [WORD], next: [{ inquiry: 'q', because: WORD }] }),
  'notes/a.md': note('supports', '1'),
  'notes/b.md': note('disputes', '-1'),
  'pages/p.md': entry({ title: WORD, description: WORD }),
}

const folder = mkdtempSync(join(tmpdir(), 'long-words-'))
test.beforeAll(async () => writeFilesOfCopy((await sharedSite(FILES)).dist, folder, '/'))
test.afterAll(() => rmSync(folder, { recursive: true }))

test('no page is wider than the window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const wide: string[] = []
  for (const path of readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((each) =>
    each.endsWith('.html'),
  )) {
    await page.goto(pathToFileURL(join(folder, path)).href)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 390) wide.push(`${path} ${width}`)
  }
  expect(wide).toEqual([])
})
