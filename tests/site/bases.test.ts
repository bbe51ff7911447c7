/** A vault with bases, built for real and read back. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { BASES, ROWS } from '../browser/built/bases.ts'
import { Site } from '../../src/site/site.ts'
import { contentFolder } from '../support/content-folder.ts'
import { repository } from '../support/git-repository.ts'
import { elements, pagesOf } from '../support/html.ts'
import { run, sharedSite, type BuiltSite } from '../support/site.ts'

describe('a vault with bases', () => {
  let site: BuiltSite
  let pages: Map<string, string>
  const page = (address: string): string => pages.get(address) ?? assert.fail(`there is no ${address}`)
  before(async () => {
    site = await sharedSite(BASES)
    assert.equal(site.status, 0, site.stderr)
    pages = pagesOf(site.dist)
  })

  test('has a page for each base with all its views, and a list of bases that every page leads to', () => {
    const library = page('/bases/library/')
    for (const [id, name] of [
      ['all-books', 'All books'],
      ['by-status', 'By status'],
      ['covers', 'Covers'],
      ['of-this-author', 'Of this author'],
      ['places', 'Places'],
    ])
      assert.ok(library.includes(`<h2 id="${id!}">${name!}</h2>`), name)
    assert.match(page('/bases/'), /<a href="\/bases\/library\/">Library<\/a>: <a href="\/bases\/library\/#all-books">/)
    assert.match(page('/'), /<a class="plain" href="\/bases\/"/)
    assert.match(library, /Shown as a table: Obsidian has a view of the type “map” here\. One filter is not understood/)
  })

  test('shows a table with links by titles, in the order that was asked for, with its summary', () => {
    const home = page('/notes/home/')
    assert.match(home, /<a href="\/bases\/library\/#all-books">Library: All books<\/a><\/span> <span>8 entries<\/span>/)
    const [table] = /<table>.*?<\/table>/s.exec(home) ?? []
    const names = [...(table ?? '').matchAll(/<tr><td><a href="\/notes\/books\/book-\d\/">(Book \d)<\/a>/g)]
    assert.deepEqual(
      names.map(([, name]) => name),
      ['Book 5', 'Book 4', 'Book 3', 'Book 2', 'Book 1', 'Book 7', 'Book 0', 'Book 6'],
    )
    assert.match(table ?? '', /<td><a href="\/notes\/author-1\/">The first author<\/a><\/td>/)
    assert.match(table ?? '', /<tfoot>.*Average<\/span> 2<\/td>/s)
    assert.match(home, /<th scope="rowgroup" colspan="2">done <span class="base-count">3<\/span>/)
  })

  test('shows the entry that embeds a view as `this`, and the base as `this` on its own page', () => {
    const author = page('/notes/author-1/')
    assert.match(author, /Of this author.*4 entries.*Book 0.*Book 2.*Book 4.*Book 6/s)
    assert.doesNotMatch(author, /Book [1357]/)
    assert.match(
      author,
      /<ol class="base-list"><li><a href="\/notes\/books\/book-4\/">Book 4<\/a><ul><li>4<\/li><\/ul>/,
    )
    assert.match(
      page('/bases/library/'),
      /<h2 id="of-this-author">[^<]*<\/h2><div[^>]*><p class="base-head"><span>No entry fits\./,
    )
  })

  test('publishes the covers of cards, and nothing of a draft anywhere', () => {
    assert.match(
      page('/notes/home/'),
      /<img class="base-cover" [^>]*src="\/attachments\/pictures\/cover%201\.svg" alt="" width="80" height="120"/,
    )
    assert.ok(existsSync(join(site.dist, 'attachments/pictures/cover 1.svg')))
    for (const file of readdirSync(site.dist, { recursive: true, withFileTypes: true })) {
      assert.doesNotMatch(file.name, /canary|hidden|\.base$/i)
      if (!file.isFile() || !/\.(?:html|json|md|xml|atom|csv|txt)$/.test(file.name)) continue
      assert.doesNotMatch(readFileSync(join(file.parentPath, file.name), 'utf8'), /canary|4321/i, file.name)
    }
  })

  test('cuts a long table, and has the rest on pages of its own', () => {
    assert.match(
      page('/notes/home/'),
      new RegExp(`The first 100 of ${ROWS}\\. <a href="/bases/everything/all/">All ${ROWS}</a>`),
    )
    const rows = ['/bases/everything/all/', '/bases/everything/all/page/2/'].map(
      (address) => elements(page(address), ({ tagName }) => tagName === 'td').length / 2,
    )
    assert.deepEqual(rows, [500, ROWS - 500])
    assert.match(page('/bases/everything/all/'), /href="\/bases\/everything\/all\/page\/2\/"/)
  })

  test('loads the styles of views only where there is one', () => {
    const hasStyles = (address: string): boolean => /href="\/_astro\/bases\.[^"]+\.css"/.test(page(address))
    assert.deepEqual(
      ['/notes/home/', '/notes/author-1/', '/bases/library/', '/notes/author-2/', '/notes/books/book-1/'].map(
        hasStyles,
      ),
      [true, true, true, false, false],
    )
  })

  test('says what is not understood, with its place, and nothing of fields that views read', () => {
    const lines = site.stderr.split('\n').filter((line) => /\(base-|\(field-unread/.test(line))
    assert.deepEqual(
      lines.map((line) => line.replace(/^.*content\/|^\/.*?\/(?=Bases|notes)/, '')),
      [
        'Bases/Library.base:35:11 warning A view of the type "map" is shown as a table. Choose table, cards or list to have another look. (base-view)',
        'Bases/Library.base:37:21 warning In `rating = 3`: "=" compares nothing. Write "==". (base-expression)',
        'notes/Author 1.md:3:1 warning The field "born" is not read. Write what it says in the text, or leave it if another tool reads it. (field-unread)',
      ],
    )
  })
})

test('a file is as old as its note says, or else as its last commit, which counts for the day of the build too', async () => {
  const folder = repository(
    {
      'site.yaml': 'title: A\nmode: lenient\n',
      'notes/old.md': '---\ntitle: Old\nupdated: 2025-05-01\n---\n',
      'notes/a.md': '# A\n',
      'notes/b.md': '# B\n',
      'x.base':
        'views:\n  - type: table\n    name: New\n    order: [file.name, file.mtime]\n    filters: file.mtime > now() - "400d"\n' +
        '    sort: [{ property: file.mtime, direction: DESC }]\n',
    },
    { 'notes/a.md': '# A\nChanged\n' },
  )
  const site = await Site.open(folder)
  const [view] = site.corpus.bases!.pages[0]!.views
  const cells = view!.groups[0]!.rows.map((row) => row.cells.flat().map((piece) => 'text' in piece && piece.text))
  assert.deepEqual(cells, [
    ['A', 'March 2, 2026'],
    ['B', 'March 1, 2026'],
    ['Old', 'May 1, 2025'],
  ])
  assert.match(view!.remarks.join(' '), /^“Today” is March 2, 2026 here/)
})

test('a base stops no strict build', async () => {
  const folder = contentFolder({
    'site.yaml': 'title: A\n',
    'notes/a.md': '# A\n',
    'x.base': 'views:\n  - type: gantt\n    filters: nonsense(\n',
  })
  const { status, stderr, stdout } = await run('check', [], folder)
  assert.equal(status, 0, stdout + stderr)
  assert.match(stdout + stderr, /x\.base:3:14 warning .+ \(base-expression\)/)
})
