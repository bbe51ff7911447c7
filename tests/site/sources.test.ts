/**
 * Sources on a built site: their pages, the files beside them, the list of all, and what drafts must not add to them.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { Site } from '../../src/site/site.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { elements, pagesOf } from '../support/html.ts'
import { buildSite } from '../support/site.ts'

const WORKS = Array.from({ length: 640 }, (_, at) => {
  const fields = `title={Work ${at}}, author={Author${String.fromCharCode(97 + (at % 26))}, Ann}, year=${1980 + (at % 45)}`
  return `@article{many${at}, ${fields}, journal={Journal of Lines}, volume=${at}, pages={1--9}}`
})

const { dist, status, stdout, stderr } = await buildSite(
  'sources',
  contentFolder({
    'site.yaml': 'title: Sources\ncitation_style: mine.csl\nurl: https://example.org/garden\n',
    'mine.csl':
      '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title" font-weight="bold"/></layout></bibliography></style>\n',
    'references.bib': `@book{lee2020, title={Lines}, author={Lee, Ann}, year=2020}\n@book{draft2021, title={SECRET}, year=2021}\n${WORKS.join('\n')}\n`,
    'references.json':
      '[\n{"id":"json2022","type":"book","title":"From JSON","author":[{"family":"Wu"}]},\n{"id":"LEE2020","title":"Other"},\n{"id": }\n]',
    'inquiries/q.md': '---\ntitle: Why?\n---\nAs @json2022 [p. 3] says, and [[a]].\n',
    'notes/a.md':
      '---\ntitle: A note\nclaim: "=SUM(1)"\nsource: lee2020\ninquiries: [{ inquiry: q, role: disputes }]\n---\nText.\n',
    'notes/many.md': `---\nsource: [${WORKS.map((_, at) => `many${at}`).join(', ')}]\n---\n`,
    'notes/draft.md':
      '---\ndraft: true\ntitle: SECRET\nsource: [draft2021, lee2020]\ninquiries: [q]\n---\n[@draft2021]\n',
  }),
)
const pages = pagesOf(dist)
const read = (path: string): string => readFileSync(join(dist, path), 'utf8')
const page = (address: string): string => {
  const html = pages.get(address)
  assert.ok(html !== undefined, `there is a page at ${address}`)
  return html
}
const links = (html: string): Element[] => elements(html, ({ tagName }) => tagName === 'a')
const hrefs = (html: string): string[] => links(html).map(({ properties }) => String(properties.href))

test('the site is built, and what is wrong in the bibliography is reported at its position', () => {
  assert.equal(status, 0, stdout + stderr)
  assert.match(stderr, /references\.json:3:1 warning The key "LEE2020" is in references\.bib too\./)
  assert.match(stderr, /references\.json:4:8 warning The entry cannot be read \(a value is missing/)
})

test('nothing of a draft is in any file', () => {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !entry.parentPath.includes('pagefind'))
      assert.ok(!readFileSync(join(entry.parentPath, entry.name), 'latin1').includes('SECRET'), entry.name)
  assert.equal(existsSync(join(dist, 'sources/draft2021')), false)
})

describe('the page of a source', () => {
  test('has the reference in the style of the site, the notes, the inquiries and the files', () => {
    const html = page('/sources/lee2020/')
    assert.match(html, /<b>Lines<\/b>/)
    for (const href of ['/garden/notes/a/', '/garden/inquiries/q/']) assert.ok(hrefs(html).includes(href), href)
    for (const extension of ['bib', 'json', 'ris']) {
      assert.ok(hrefs(html).includes(`/garden/sources/lee2020/lee2020.${extension}`))
      assert.match(read(`sources/lee2020/lee2020.${extension}`), /Lines/)
    }
  })

  test('has buttons that copy only once there is a script to do it', () => {
    const buttons = elements(page('/sources/lee2020/'), ({ properties }) => 'dataCopy' in properties)
    assert.deepEqual(
      buttons.map(({ properties }) => properties.hidden),
      [true, true, true],
    )
  })
})

test('a citation in an essay leads to the page of its source, and the page has the reference', () => {
  const html = page('/inquiries/q/')
  assert.match(
    html,
    /As <a href="\/garden\/sources\/json2022\/" id="C1"[^>]*>Wu<\/a> <a [^>]*>From JSON<\/a>, p\. 3 says/,
  )
  const [references] = elements(html, ({ properties }) => properties.ariaLabelledBy?.toString() === 'references')
  assert.match(toString(references!), /References\s*Lines\s*From JSON/)
})

describe('the list of all sources', () => {
  test('has each work once in every order, on pages of less than 500 kB', () => {
    for (const start of ['/sources/', '/sources/by/year/', '/sources/by/use/']) {
      const shown = [...pages]
        .filter(([address]) => inList(start, address))
        .flatMap(([address, html]) => {
          assert.ok(Buffer.byteLength(html) < 500_000, address)
          return rowsOf(html)
        })
      assert.equal(shown.length, 642)
      assert.equal(new Set(shown).size, 642)
    }
  })

  test('says by what it is sorted, and leads to the other orders', () => {
    const sorted = (address: string) =>
      elements(page(address), ({ properties }) => properties.ariaSort !== undefined).map((head) => [
        toString(head).trim(),
        head.properties.ariaSort,
      ])
    assert.deepEqual(sorted('/sources/'), [['Reference', 'ascending']])
    assert.deepEqual(sorted('/sources/by/year/'), [['Year', 'descending']])
    assert.deepEqual(sorted('/sources/by/use/'), [['Notes', 'descending']])
  })
})

const inList = (start: string, address: string): boolean =>
  address === start ||
  (start === '/sources/' ? /^\/sources\/by\/author\/\d\/$/ : new RegExp(`^${start}\\d/$`)).test(address)
const rowsOf = (html: string): string[] =>
  elements(html, ({ tagName, properties }) => tagName === 'th' && properties.scope === 'row').flatMap(({ children }) =>
    children.flatMap((child) => ('properties' in child ? [String(child.properties.href)] : [])),
  )

describe('the evidence of an inquiry', () => {
  test('is a table in the page, whole without scripts', () => {
    const [table] = elements(page('/inquiries/q/'), ({ tagName }) => tagName === 'table')
    const cells = elements({ type: 'root', children: [table!] }, ({ tagName }) => tagName === 'td' || tagName === 'th')
    assert.deepEqual(
      cells.map((cell) => toString(cell).trim()),
      ['Note', 'Role', 'Claim', 'Source', 'Year', 'Because', 'A note', 'disputes', '=SUM(1)', 'Lines', '2020', ''],
    )
  })

  test('is a file beside it, with whole addresses and no formula', () => {
    const rows: string[][] = parse(read('inquiries/q/evidence.csv'))
    assert.deepEqual(rows[1], [
      'A note',
      'https://example.org/garden/notes/a/',
      'disputes',
      "'=SUM(1)",
      'Lines',
      'lee2020',
      '2020',
      '',
      '',
    ])
  })
})

test('in dev a new bibliography, style or citation is taken up', async () => {
  const folder = contentFolder({
    'site.yaml': 'title: Live\ncitation_style: mine.csl\nmode: lenient\n',
    'notes/a.md': '---\nsource: lee2020\n---\n',
  })
  const site = await Site.open(folder)
  const shown = (): string[] => site.collection('source').map((lazyEntry) => lazyEntry.open().reference.html)
  const put = async (path: string, text: string): Promise<void> => {
    write(folder, path, text)
    await site.refresh([path])
  }
  assert.deepEqual(shown(), [])
  await put('references.json', '[{"id":"lee2020","type":"book","title":"Lines","author":[{"family":"Lee"}]}]')
  assert.deepEqual(shown(), ['Lee. (n.d.). <i>Lines</i>.'])
  await put(
    'mine.csl',
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title" font-weight="bold"/></layout></bibliography></style>',
  )
  assert.deepEqual(shown(), ['<b>Lines</b>'])
  await put('site.yaml', 'title: Live\nmode: lenient\n')
  assert.deepEqual(shown(), ['Lee. (n.d.). <i>Lines</i>.'])
  await put('references.bib', '@book{wu2021, title={Waves}}')
  await put('notes/a.md', 'See [@wu2021].')
  assert.deepEqual(shown(), ['<i>Waves</i>. (n.d.).'])
})

test('in dev the works that cannot be written are told anew whenever references were formatted', async () => {
  // The style has no references for letters that nobody can read.
  const work = (type: string): string => JSON.stringify([{ id: 'range', type, title: 'A letter' }])
  const bad = work('personal_communication')
  const folder = contentFolder({ 'references.json': bad, 'notes/a.md': '---\nsource: range\n---\n' })
  const site = await Site.open(folder)
  const told = (): (string | null | undefined)[] => site.allProblems.map(({ file }) => file)
  assert.deepEqual(told(), [])
  await site.formatReferences()
  assert.deepEqual(told(), ['references.json'])
  for (const [text, expected] of [
    [work('book'), []],
    [bad, ['references.json']],
  ] as const) {
    write(folder, 'references.json', text)
    const formatting = site.refresh(['references.json']).then(() => site.formatReferences())
    await Promise.all([formatting, site.formatReferences()])
    assert.deepEqual(told(), expected)
  }
})
