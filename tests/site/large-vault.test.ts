/** Hundreds of files that mix everything, built for real. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { contentCache, ROOT } from '../../src/site/cache/folders.ts'
import { contentFolder } from '../support/content-folder.ts'
import { elements, isInlineScript, pagesOf } from '../support/html.ts'
import { buildSite, run } from '../support/site.ts'
import { CANARY, vault } from '../support/random-vault.ts'
import { differences, treeOf } from '../support/tree.ts'

/** From 400 files on, threads read them and what came of it is kept. */
const SIZE = 410
const files = vault(SIZE, 7)
const started = Date.now()
const folder = contentFolder(files)
const { status, stdout, stderr, dist } = await buildSite('vault', folder, true)
const pages = pagesOf(dist)
const parsed = new Map([...pages].map(([address, html]) => [address, elements(html, () => true)]))

/** The files that hold the word of drafts, in their names or in whatever way a cache or an index stores text. */
const filesWithCanary = (folder: string, since = 0): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => statSync(path).mtimeMs >= since && (path.slice(folder.length) + textOf(path)).includes(CANARY))

/** A text of two bytes a character has a zero after each Latin letter. */
function textOf(path: string): string {
  const bytes = readFileSync(path)
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  return plain.toString('latin1').toLowerCase().replaceAll('\0', '')
}

describe('a vault of hundreds of files', () => {
  test('is built whole, and every file is accounted for', () => {
    assert.equal(status, 0, stderr.slice(-2000))
    const [, read, entries, drafts, skipped] =
      /(\d+) files read: (\d+) entries, (\d+) drafts?, (\d+) skipped/.exec(stdout + stderr)?.map(Number) ?? []
    assert.equal(read, SIZE)
    assert.equal(entries! + drafts! + skipped!, read)
    const hidden = Object.values(files).filter((text) => typeof text === 'string' && text.includes(CANARY)).length
    assert.equal(drafts, hidden)
    const made = [...pages.keys()].filter((address) =>
      /^\/(notes|inquiries)\/(?!(by|with|page)\/)./.test(address),
    ).length
    assert.equal(made, entries)
  })

  test('says how far it is, in one line of the terminal', () => {
    const states = stderr.split('\r\u001b[2K')
    for (const state of [
      /^Reading files: \d+ of \d+, \d+ a second$/,
      /^Bundling …$/,
      /^Rendering pages: \d+, \d+ a second$/,
    ])
      assert.ok(
        states.some((each) => state.test(each)),
        String(state),
      )
  })

  test('says what is wrong at its position', () => {
    const lines = stderr.split('\n').filter((line) => / warning /.test(line))
    assert.ok(lines.length > 100, String(lines.length))
    for (const line of lines) assert.match(line, /:\d+:\d+ warning .+ \([a-z-]+\)$/)
    for (const rule of [
      'link-missing',
      'frontmatter-yaml',
      'field-value',
      'picture-missing',
      'maths',
      'source-unknown',
      'link-private',
    ])
      assert.ok(
        lines.some((line) => line.endsWith(`(${rule})`)),
        rule,
      )
  })

  test('holds no word of a draft', () => {
    assert.deepEqual(filesWithCanary(dist), [])
  })

  test('has no link that leads nowhere, and no id twice', () => {
    const ids = new Map(
      [...parsed].map(([address, page]) => [
        address,
        page.flatMap(({ properties: { id } }) => (id === undefined ? [] : [id])),
      ]),
    )
    for (const [address, own] of ids) assert.equal(new Set(own).size, own.length, address)
    const broken = [...parsed].flatMap(([address, page]) =>
      page
        .flatMap(({ properties: { href, src } }) => [href, src].filter((each) => typeof each === 'string'))
        .filter((each) => {
          const url = new URL(each, `https://vault.invalid${address}`)
          if (url.host !== 'vault.invalid') return false
          const own = ids.get(decodeURI(url.pathname))
          if (own === undefined) return !existsSync(join(dist, decodeURIComponent(url.pathname)))
          return url.hash !== '' && !own.includes(decodeURIComponent(url.hash.slice(1)))
        })
        .map((each) => `${address} -> ${each}`),
    )
    assert.deepEqual(broken, [])
  })

  test('runs nothing', () => {
    for (const [address, page] of parsed)
      for (const element of page) {
        assert.ok(!Object.keys(element.properties).some((name) => /^on|^style$/i.test(name)), address)
        assert.ok(!isInlineScript(element), address)
      }
  })
})

test('what is kept between builds holds no word of a draft, neither after the first nor after a second build', async () => {
  const parsed = join(contentCache(folder), 'parsed')
  assert.ok(readdirSync(parsed).length > 1)
  assert.deepEqual(filesWithCanary(CACHE, started), [])
  const before = treeOf(dist)
  const again = await run('build', ['--outDir', dist], folder)
  assert.equal(again.status, 0, again.stderr)
  assert.deepEqual(filesWithCanary(CACHE, started), [])
  assert.deepEqual(filesWithCanary(dist), [])
  assert.deepEqual(differences(treeOf(dist), before), [])
})

const CACHE = join(ROOT, 'node_modules/.astro')
