/** A site with one bibliography of all that is hard to read: no entry ends the build, and each problem has its line. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { toString } from 'hast-util-to-string'
import { readBibliography } from '../../src/corpus/bibliography/bibliography.ts'
import { contentFolder } from '../support/content-folder.ts'
import { ROOT } from '../support/commands.ts'
import { elements, pagesOf } from '../support/html.ts'
import { buildSite, run } from '../support/site.ts'

const BIB = readFileSync(join(ROOT, 'tests/fixtures/bibliography/hard.bib'), 'utf8')
const JSON_WORKS = `[
{"id": "unlike", "type": "webpage", "title": "Unlike", "issued": {"date-parts": [[2019, 1], [2020]]}},
{"id": "unknown", "type": "webpage", "title": "Unknown end", "issued": {"raw": "2004-06-01/unknown"}},
{"id": "letter", "type": "personal_communication", "title": "A letter", "author": [{"family": "Lee"}], "issued": {"date-parts": [[2020]]}}
]`
const KEYS = readBibliography({ path: 'references.bib', text: BIB }, { path: 'references.json', text: JSON_WORKS }).keys
const NOTES = Object.fromEntries(
  KEYS.map((key, index) => [`notes/n${index}.md`, `---\nsource: ${JSON.stringify(key)}\n---\nText.\n`]),
)
const folder = contentFolder({
  'site.yaml': 'title: Hard\n',
  'references.bib': BIB,
  'references.json': JSON_WORKS,
  ...NOTES,
})

/** A problem of the bibliography as a build or a check prints it. */
const PROBLEMS = [
  /references\.bib:\d+:1 warning The entry cannot be read \(a brace or a quote is never closed\)/,
  /references\.bib:\d+:1 warning The field "title" of the entry "unknown-command" has the command \\foo/,
  /references\.bib:\d+:1 warning The entry "undefined-string" uses the string "jnl"/,
  /references\.json:4:1 warning The citation style cannot write the work "letter"/,
]

const site = await buildSite('bibliography', folder)
const pages = pagesOf(site.dist)

describe('a site whose bibliography is hard to read', () => {
  test('is built, and tells every problem with its line', () => {
    assert.equal(site.status, 0, site.stdout + site.stderr)
    for (const problem of PROBLEMS) assert.match(site.stderr, problem)
  })

  test('has a page with a reference for every entry that is closed', () => {
    const addresses = [...pages.keys()].filter((address) => /^\/sources\/[^/]+\/$/.test(address))
    assert.equal(addresses.length, KEYS.length)
  })

  const references: Readonly<Record<string, string>> = {
    open: 'Sims, L. (2019, May 1–June). Range of unlike ends.',
    unlike: 'Unlike. (2019–2020).',
    unknown: 'Unknown end. (2004–, June 1–).',
    siam: 'Dahl, I. (1992). Ten lectures on ripples. Society for Industrial and Applied Mathematics.',
    others: 'A, B., et al. (2001). T. J.',
    acc: 'Åke Berg-Holm, Philippe, Yv., & de Contrefait, M. (2001). A 2 × 2 TeX and LaTeX title, x̄. J.',
    decade: 'A, B. (1990s). Decade.',
    letter: 'Lee (2020). A letter.',
  }
  for (const [key, expected] of Object.entries(references))
    test(`writes ${key}`, () => {
      const html = pages.get(`/sources/${key}/`)
      assert.ok(html !== undefined)
      const [main] = elements(html, ({ tagName }) => tagName === 'main')
      const words = toString(main!).replace(/\s+/g, ' ')
      assert.ok(words.includes(expected), words)
    })

  test('shows no backslash of LaTeX anywhere', () => {
    for (const [address, html] of pages)
      if (address.startsWith('/sources/'))
        assert.doesNotMatch(toString(elements(html, ({ tagName }) => tagName === 'main')[0]!), /\\[a-zA-Z'"]/)
  })
})

test('`check` formats all that the build formats', async () => {
  const { status, stdout, stderr } = await run('check', [], folder)
  assert.equal(status, 0)
  for (const problem of PROBLEMS) assert.match(stdout + stderr, problem)
})
