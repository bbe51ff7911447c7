/** The lists of the site: their order, and their pages where they are long. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inquiryPages, inquiryList, noteList, notePages, topicPages } from '../../../src/corpus/lists/listings.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

/** @param dateOf Of each, from 0. */
function many(count: number, folder: string, dateOf: (at: number) => string | undefined): Files {
  const names = Array.from({ length: count }, (_, at) => String(at).padStart(4, '0'))
  return Object.fromEntries(
    names.map((name, at) => {
      const date = dateOf(at)
      const created = date === undefined ? '' : `created: ${date}\n`
      return [`${folder}/${name}.md`, `---\ntitle: T${name}\n${created}topics: [tides]\n---\n`]
    }),
  )
}

const notesOf = (files: Files) => {
  const { corpus } = corpusOf(files)
  return notePages(corpus, noteList(corpus))
}

describe('a list of many notes', () => {
  const files = many(1300, 'notes', (at) =>
    at < 100 ? undefined : `20${10 + Math.floor(at / 100)}-03-0${1 + (at % 9)}`,
  )
  const pages = notesOf(files)

  test('is cut into pages, the newest first, and what has no date last', () => {
    assert.deepEqual(
      pages.map(({ address, page, total, items }) => [address, page, total, items.length]),
      [
        ['/notes/', 1, 1300, 434],
        ['/notes/page/2/', 2, 1300, 434],
        ['/notes/page/3/', 3, 1300, 432],
      ],
    )
    const all = pages.flatMap(({ items }) => items)
    assert.equal(new Set(all.map(({ href }) => href)).size, 1300)
    assert.equal(all[0]!.date, '2022-03-09')
    assert.equal(all.at(-1)!.date, undefined)
  })

  test('has pages that are called by their ends, and numbered where that does not tell them apart', () => {
    assert.deepEqual(
      pages[0]!.pages.map(({ label, href }) => [label, href]),
      [
        ['Mar 2022–Mar 2018', '/notes/'],
        ['Mar 2018–Mar 2014', '/notes/page/2/'],
        ['Mar 2014–undated', '/notes/page/3/'],
      ],
    )
    const [same] = notesOf(many(1300, 'notes', () => '2026-03-01'))
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
  })
})

test('a list of many inquiries is cut into pages, and one of none has a page', () => {
  const { corpus } = corpusOf(many(301, 'inquiries', () => undefined))
  assert.deepEqual(
    inquiryPages(corpus, inquiryList(corpus)).map(({ address, items }) => [address, items.length]),
    [
      ['/inquiries/', 101],
      ['/inquiries/page/2/', 101],
      ['/inquiries/page/3/', 99],
    ],
  )
  assert.deepEqual(
    notePages(corpus, []).map(({ address, total }) => [address, total]),
    [['/notes/', 0]],
  )
})

test('a topic has as many pages as the longer of its lists, and both on the first', () => {
  const { corpus } = corpusOf({ ...many(10, 'inquiries', () => undefined), ...many(700, 'notes', () => undefined) })
  assert.deepEqual(
    topicPages(corpus).map(({ address, count, inquiries, notes, pages }) => [
      [address, count, inquiries.length, notes.length],
      pages.map(({ href }) => href),
    ]),
    [
      [
        ['/topics/tides/', { inquiries: 10, notes: 700 }, 10, 350],
        ['/topics/tides/', '/topics/tides/2/'],
      ],
      [
        ['/topics/tides/2/', { inquiries: 10, notes: 700 }, 0, 350],
        ['/topics/tides/', '/topics/tides/2/'],
      ],
    ],
  )
})
