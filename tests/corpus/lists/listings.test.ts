/** The lists of the site: their orders and facets, and their pages where they are long. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { facetIndex } from '../../../src/corpus/lists/facet-index.ts'
import { listViews } from '../../../src/corpus/lists/list-views.ts'
import { inquiryPlan, notePlan } from '../../../src/corpus/lists/listings.ts'
import type { ListView } from '../../../src/corpus/model/list-page.ts'
import { matching, placesOf, countsOf, readChosen } from '../../../src/client/lists/facets.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

/** @param fieldsOf Of each, from 0. */
function many(count: number, folder: string, fieldsOf: (at: number) => string): Files {
  const names = Array.from({ length: count }, (_, at) => String(at).padStart(4, '0'))
  return Object.fromEntries(
    names.map((name, at) => [`${folder}/${name}.md`, `---\ntitle: T${name}\n${fieldsOf(at)}---\n`]),
  )
}

const dated = (date: string | undefined): string => (date === undefined ? '' : `created: ${date}\n`)

function notesOf(files: Files) {
  const { corpus } = corpusOf(files)
  return listViews(corpus.settings, notePlan(corpus))
}

const inOrder = <T>(views: readonly ListView<T>[], wanted: string) => views.filter(({ order }) => order === wanted)

describe('a list of many notes', () => {
  const files = many(250, 'notes', (at) =>
    dated(at < 40 ? undefined : `20${10 + Math.floor(at / 40)}-03-0${1 + (at % 9)}`),
  )
  const views = notesOf(files)
  const pages = inOrder(views, 'newest')

  test('is cut into pages of a hundred at most, the newest first, and what has no date last', () => {
    assert.deepEqual(
      pages.map(({ address, page, total, first, items }) => [address, page, total, first, items.length]),
      [
        ['/notes/', 1, 250, 1, 84],
        ['/notes/page/2/', 2, 250, 85, 84],
        ['/notes/page/3/', 3, 250, 169, 82],
      ],
    )
    const all = pages.flatMap(({ items }) => items)
    assert.equal(new Set(all.map(({ href }) => href)).size, 250)
    assert.equal(all[0]!.date, '2016-03-09')
    assert.equal(all.at(-1)!.date, undefined)
  })

  test('has pages that say what they hold, are called by their ends, and numbered where that does not tell', () => {
    assert.deepEqual(
      pages.map(({ ends }) => ends),
      [
        ['Mar 2016', 'Mar 2014'],
        ['Mar 2014', 'Mar 2012'],
        ['Mar 2012', 'undated'],
      ],
    )
    assert.deepEqual(
      pages[0]!.pages.map(({ label, href }) => [label, href]),
      [
        ['Mar 2016–Mar 2014', '/notes/'],
        ['Mar 2014–Mar 2012', '/notes/page/2/'],
        ['Mar 2012–undated', '/notes/page/3/'],
      ],
    )
    assert.deepEqual(
      pages[2]!.jumps.map(({ label, href }) => `${label} ${href}`),
      ['2016 /notes/', '2015 /notes/', '2014 /notes/', '2013 /notes/page/2/', '2012 /notes/page/2/'].concat([
        '2011 /notes/page/3/',
        'undated /notes/page/3/',
      ]),
    )
    const [same] = notesOf(many(250, 'notes', () => 'created: 2026-03-01\n'))
    assert.deepEqual(
      same!.pages.map(({ label }) => label),
      ['1', '2', '3'],
    )
  })

  test('leaves its addresses to no note, and takes none that it does not need', () => {
    const own = { 'notes/page/2.md': '---\ntitle: Two\n---\n' }
    const { problems, corpus } = corpusOf({ ...files, ...own })
    assert.equal(corpus.addresses.get('notes/page/2.md'), '/notes/page/2-2/')
    assert.deepEqual(problems, [
      'notes/page/2.md:1:1 warning address-taken The address /notes/page/2/ is taken by a page of the site, so this entry is at /notes/page/2-2/. Rename it.',
    ])
    assert.deepEqual(corpusOf(own).problems, [])
    const parts = corpusOf({ 'notes/with/role/supports.md': '', 'inquiries/by/title.md': '' })
    assert.deepEqual([...parts.corpus.addresses.values()], ['/inquiries/by/title-2/', '/notes/with/role/supports-2/'])
  })
})

test('from A to Z, titles stand under their first letters without signs and accents', () => {
  const titles = ['Zebra', '“Early” bird', 'Élan', 'apple', '20 ways', '…', 'Öl']
  const views = notesOf({
    ...many(14, 'notes', () => ''),
    ...Object.fromEntries(
      titles.map((title, at) => [`notes/x${at}.md`, `---\ntitle: ${JSON.stringify(title)}\n---\n`]),
    ),
  })
  const [page] = inOrder(views, 'title')
  assert.equal(page!.address, '/notes/by/title/')
  assert.deepEqual(
    page!.items.map(({ title }) => title).filter((title) => !/^T\d/.test(title)),
    ['…', '20 ways', 'apple', '“Early” bird', 'Élan', 'Öl', 'Zebra'],
  )
  assert.deepEqual(page!.ends, ['#', 'Ze'])
})

describe('the facets of a list', () => {
  const BIB = [2001, 2002, 2003].map((year) => `@book{k${year}, title={T}, author={A, B}, year=${year}}`).join('\n')
  const roles = ['supports', 'disputes', 'qualifies']
  const files = {
    'references.bib': BIB,
    'inquiries/q.md': '',
    ...many(
      240,
      'notes',
      (at) =>
        `source: k${2001 + (at % 3)}\ntopics: [${at % 2 === 0 ? 'tides' : 'moons'}]\n` +
        `inquiries: [{ inquiry: q, role: ${roles[Math.floor(at / 120)]} }]\n`,
    ),
  }
  const { corpus } = corpusOf(files)
  const plan = notePlan(corpus)
  const views = listViews(corpus.settings, plan)

  test('have a page for each value and one facet at a time', () => {
    assert.deepEqual(
      views.flatMap(({ narrowed, address, total }) => (narrowed ? [`${address} ${total}`] : [])),
      [
        ...['/notes/with/role/supports/ 120', '/notes/with/role/supports/page/2/ 120'],
        ...['/notes/with/role/disputes/ 120', '/notes/with/role/disputes/page/2/ 120'],
        ...['/notes/with/year/2003/ 80', '/notes/with/year/2002/ 80', '/notes/with/year/2001/ 80'],
      ],
    )
    assert.deepEqual(
      views[0]!.menu!.facets.map(({ name, values }) => [
        name,
        ...values.map(({ value, count }) => `${value} ${count}`),
      ]),
      [
        ['role', 'supports 120', 'disputes 120'],
        ['topic', 'moons 120', 'tides 120'],
        ['year', '2003 80', '2002 80', '2001 80'],
      ],
    )
    assert.equal(views[0]!.menu!.facets[1]!.values[1]!.href, '/topics/tides/')
  })

  test('are combined from the index, and each row is on the page that it says', () => {
    const index = facetIndex(corpus.settings, plan)
    const chosen = readChosen(index, '?role=disputes&year=2002&year=1&topic=nothing')
    assert.deepEqual(
      [...chosen],
      [
        ['role', 'disputes'],
        ['year', '2002'],
      ],
    )
    const items = matching(index, chosen)
    assert.equal(items.length, 40)
    const all = inOrder(views, 'newest').flatMap(({ items }) => items)
    const pages = new Map(views.map((view) => [view.address, view.items]))
    const places = placesOf(index, chosen, items)
    assert.deepEqual([...new Set(places.map(({ href }) => href))], ['/notes/with/year/2002/'])
    assert.deepEqual(
      places.map(({ href, row }) => pages.get(href)![row]!.href),
      items.map((item) => all[item]!.href),
    )
    const [role, topic] = index.facets
    assert.deepEqual(
      [...countsOf(index, role!, chosen)],
      [
        ['supports', 40],
        ['disputes', 40],
      ],
    )
    assert.deepEqual(
      [...countsOf(index, topic!, chosen)],
      [
        ['moons', 20],
        ['tides', 20],
      ],
    )
  })

  test('are not there where a list is short', () => {
    const [short, ...others] = notesOf({ 'notes/a.md': '', 'notes/b.md': '' })
    assert.deepEqual([short!.menu, others], [undefined, []])
  })
})

test('a list of many inquiries is cut into pages, and one of none has a page', () => {
  const { corpus } = corpusOf(many(121, 'inquiries', () => ''))
  const views = listViews(corpus.settings, inquiryPlan(corpus))
  assert.deepEqual(
    inOrder(views, 'newest').map(({ address, items }) => [address, items.length]),
    [
      ['/inquiries/', 41],
      ['/inquiries/page/2/', 41],
      ['/inquiries/page/3/', 39],
    ],
  )
  assert.deepEqual(
    notesOf({}).map(({ address, total }) => [address, total]),
    [['/notes/', 0]],
  )
})

test('a row has the first line of the claim, and cuts no word', () => {
  const lineOf = (claim: string) =>
    notesOf({ 'notes/a.md': `---\nclaim: ${JSON.stringify(claim)}\n---\n` })[0]!.items[0]!.claim
  assert.equal(lineOf('It *holds*. In all cases.'), 'It holds. In all cases.')
  assert.equal(lineOf(`${'a '.repeat(40)}end. ${'more '.repeat(40)}`), `${'a '.repeat(40)}end.`)
  assert.equal(lineOf('word, '.repeat(40)), `${'word, '.repeat(24)}word…`)
})
