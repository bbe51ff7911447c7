/** `build --printed`: one page of the whole site, and a PDF of it. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { findBrowser } from '../../src/site/diagrams/find-browser.ts'
import { ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'
import { run } from '../support/site.ts'

const DIST = join(ROOT, 'tests/.output/printed/site')
const [HTML, PDF] = [`${DIST}-printed.html`, `${DIST}-printed.pdf`]

const CONTENT = {
  'site.yaml': 'title: Garden & more\nurl: https://example.org/garden\nauthor: Ann\nlicence: CC BY 4.0\n',
  'inquiries/soil.md':
    '---\ntitle: What is soil?\nstatus: open\nanswer: It lives.\n---\nAs [[worm]] shows, and [[rain#Deep|rain]]; see [[about]].\n\n## Deep\n\nIt is.\n\n![[a.png]]\n',
  'inquiries/rain.md':
    '---\ntitle: What is rain?\nstatus: open\nanswer: Wet.\n---\nSee [[soil]].\n\n## Deep\n\nWater.\n',
  'notes/worm.md': '---\ntitle: Worms\nclaim: They turn it.\nsource: lee2020\ninquiries:\n  - soil\n---\nText.\n',
  'notes/secret.md': '---\ntitle: Hidden thing\ndraft: true\nsource: hidden1999\ninquiries: [soil]\n---\nText.\n',
  'pages/about.md': '---\ntitle: About\n---\nText.\n',
  'references.bib':
    '@book{lee2020, title={On worms}, author={Lee, Ann}, year={2020}}\n@book{hidden1999, title={On secrets}, author={Roe, Jo}, year={1999}}\n',
  'inquiries/a.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
} as const

test('the printed edition has the whole site in one file, and its links lead within it or to the web', async () => {
  rmSync(join(DIST, '..'), { recursive: true, force: true })
  const content = contentFolder(CONTENT)
  mkdirSync(join(DIST, '..'))
  writeFileSync(HTML, 'mine')
  const refused = await run('build', ['--outDir', DIST, '--printed'], content)
  assert.match(refused.stderr, /site-printed\.html is there, and no build has made it/)
  rmSync(HTML)
  const build = (browser: string) => run('build', ['--outDir', DIST, '--printed'], content, { BROWSER_PATH: browser })
  const without = await build('/no/such/browser')
  assert.equal(without.status, 0, without.stderr)
  assert.match(without.stderr, /There is no PDF, because no Chromium or Chrome was found/)
  assert.ok(!existsSync(PDF))

  const html = readFileSync(HTML, 'utf8')
  assert.match(html, /<h1>Garden &amp; more<\/h1>/)
  assert.match(html, /<a href="#inquiry-\d">What is rain\?<\/a>/)
  assert.match(html, /<section class="edition-works"><h2>References<\/h2>.*On worms/s)
  assert.match(html, /They turn it\./)
  assert.doesNotMatch(html, /Hidden thing|On secrets|<script|(?:href|src)="\/|url\(["']?\//)
  assert.match(html, /<img[^>]* src="data:image\/png;base64,/)
  assert.match(html, /href="https:\/\/example\.org\/garden\/about\/"/)
  assert.match(html, /<a [^>]*href="#inquiry-\d--note-1"/)

  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length, 'no id is there twice')
  const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, target]) => target)
  assert.deepEqual(
    targets.filter((target) => !ids.includes(target)),
    [],
  )
  assert.ok(targets.some((target) => /^inquiry-\d--deep$/.test(target!)))

  const browser = findBrowser()
  if (browser !== undefined) {
    const printed = await build(browser)
    assert.equal(printed.status, 0, printed.stderr)
    assert.equal(readFileSync(PDF).subarray(0, 5).toString(), '%PDF-')
  }
  assert.equal(readFileSync(HTML, 'utf8'), html, 'the same content has the same file')
  rmSync(join(DIST, '..'), { recursive: true })
})
