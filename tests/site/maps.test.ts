/** Maps around the entries of the demo, and what its pages suggest. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { elements, mapsOf, pagesOf } from '../support/html.ts'
import { DEMO } from '../support/site.ts'

const maps = mapsOf(DEMO)
const pages = pagesOf(DEMO)
/** Pages of entries have a file of facts beside them, and so has what an answer rests on, which is no entry. */
const entries = [...pages].filter(
  ([address]) =>
    /^\/(inquiries|notes)\/[^/]+\/$/.test(address) && existsSync(join(DEMO, `${address.slice(1, -1)}.json`)),
)

test('every inquiry and every note leads to a map of its own, and says what is on it', () => {
  assert.equal(maps.size, entries.length)
  for (const [address, html] of entries) {
    const [link] = elements(html, ({ properties }) => String(properties.href).endsWith('.map.html'))
    const map = `${address.slice(0, -1)}.map.html`
    assert.equal(link?.properties.href, map)
    assert.ok(maps.has(map), map)
  }
  assert.match(pages.get('/inquiries/shape-or-origin/')!, />\s*Map: 3 inquiries, 16 notes, \d+ works\s*<\/a>/)
})

test('every link of a map leads to a page, and each node is there once', () => {
  for (const [address, html] of maps) {
    const nodes = elements(html, ({ tagName }) => tagName === 'ul').flatMap((list) =>
      elements({ type: 'root', children: [list] }, ({ tagName }) => tagName === 'a'),
    )
    const hrefs = nodes.map(({ properties }) => String(properties.href))
    assert.ok(hrefs.length > 3 && hrefs.length <= 40, address)
    assert.equal(new Set(hrefs).size, hrefs.length, address)
    for (const href of hrefs) assert.ok(pages.has(href), `${address} leads to ${href}`)
  }
})

test('a map is valid, runs nothing, loads its styles alone, and is light', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'void-style': 'off', 'doctype-style': 'off', 'no-inline-style': 'error', 'long-title': 'off' },
  })
  for (const [address, html] of maps) {
    const { results } = await validator.validateString(html)
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
      [],
      address,
    )
    assert.ok(gzipSync(html).length <= 60_000)
    assert.match(html, /content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"/)
    assert.doesNotMatch(html, /<script|\ssrc=/)
  }
  assert.ok(existsSync(join(DEMO, 'map.css')))
})

test('a note without a stated relation suggests others, and says that nobody wrote it', () => {
  const suggesting = entries.filter(([, html]) => html.includes('aria-labelledby="suggested"'))
  assert.ok(suggesting.length > 0)
  for (const [address, html] of suggesting) {
    assert.match(html, /Found by what they have in common\. The writer does not name them\./, address)
    assert.match(html, /Shares \d+ /, address)
    assert.doesNotMatch(readFileSync(join(DEMO, `${address.slice(1, -1)}.json`), 'utf8'), /"suggested"|"map"/)
  }
})
