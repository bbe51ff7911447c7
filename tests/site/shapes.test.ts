/** Folders of other tools, built: every page is whole, and every link and picture of it leads somewhere. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { toString } from 'hast-util-to-string'
import { copyOf, folderOf } from '../corpus/fixtures/shape.ts'
import { buildSite, elements, pagesOf } from './build.ts'

/** The links and pictures of a page that lead to nothing in the site. */
function broken(dist: string, pages: ReadonlyMap<string, string>): string[] {
  const ids = new Map(
    [...pages].map(([address, html]) => [
      address,
      new Set(elements(html, ({ properties: { id } }) => id !== undefined).map(({ properties: { id } }) => String(id))),
    ]),
  )
  const nextInquiries = (from: string, to: string): boolean => {
    const url = new URL(to, `https://site.invalid${from}`)
    if (url.host !== 'site.invalid') return true
    const path = decodeURIComponent(url.pathname)
    const known = ids.get(path)
    if (known === undefined) return existsSync(join(dist, path))
    return url.hash === '' || known.has(decodeURIComponent(url.hash.slice(1)))
  }
  return [...pages].flatMap(([address, html]) =>
    elements(html, () => true)
      .flatMap(({ properties: { href, src } }) => [href, src])
      .filter((to) => typeof to === 'string' && to !== '' && !nextInquiries(address, to))
      .map((to) => `${address} → ${String(to)}`),
  )
}

const titles = (pages: ReadonlyMap<string, string>, under: string): string[] =>
  [...pages]
    .filter(([address]) => address.startsWith(under) && address !== under)
    .map(([, html]) => toString(elements(html, ({ tagName }) => tagName === 'h1')[0]!).trim())

const vault = await buildSite(
  'obsidian',
  copyOf('obsidian', {
    'Why does it rise?.md': 'See [[Ratio 1:2:2]] and [[Crème fraîche]].\n',
    'Ratio 1:2:2.md': '[[Why does it rise?]]\n',
    'Cre\u0300me frai\u0302che.md': '#crème\n',
  }),
)

describe('an Obsidian vault', () => {
  const { status, stderr, dist } = vault
  const pages = pagesOf(dist)

  test('is built, whatever is wrong in it', () => {
    assert.equal(status, 0, stderr)
    assert.equal(titles(pages, '/notes/').length, 16)
    assert.match(stderr, /Home\.md:38:62 warning "Log" may be Baking\/Log\.md or Fermentation\/Log\.md\./)
  })

  test('has no link that leads nowhere, and no link in a link', () => {
    assert.deepEqual(broken(dist, pages), [])
    for (const [address, html] of pages) {
      const links = elements(html, ({ tagName }) => tagName === 'a')
      const nested = links.filter(
        (link) => elements({ type: 'root', children: link.children }, ({ tagName }) => tagName === 'a').length > 0,
      )
      assert.deepEqual(nested, [], address)
    }
  })

  test('holds no word of a comment', () => {
    for (const [address, html] of pages) assert.doesNotMatch(html, /Another secret|Secret idea|whole draft/, address)
  })

  test('publishes the files that are shown, and no other', () => {
    for (const name of ['crumb.png', 'Paper (final).pdf', 'voice memo.m4a'])
      assert.ok(existsSync(join(dist, 'attachments/assets', name)), name)
    assert.equal(existsSync(join(dist, 'attachments/Board.canvas')), false)
  })
})

const graph = await buildSite('discourse-graph', folderOf('discourse-graph'))

describe('a discourse graph', () => {
  const { status, stderr, dist } = graph
  const pages = pagesOf(dist)

  test('is a site of inquiries with their evidence', () => {
    assert.equal(status, 0, stderr)
    assert.deepEqual(titles(pages, '/inquiries/'), ['Do trees cool streets', 'Why are cities warmer at night'])
    assert.deepEqual(broken(dist, pages), [])
  })

  test('shows a relation on both its pages', () => {
    const claim = '/notes/clm-shade-matters-more-than-leaf-water/'
    const inquiry = '/inquiries/que-why-are-cities-warmer-at-night/'
    assert.match(pages.get(claim)!, new RegExp(`href="${inquiry}"`))
    assert.match(pages.get(inquiry)!, new RegExp(`href="${claim}"`))
  })
})
