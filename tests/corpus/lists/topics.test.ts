/** The list of topics and their pages. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { topicList, topicPages } from '../../../src/corpus/lists/topic-lists.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

const many = (count: number, folder: string, fields: string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${folder}/${at}.md`, `---\n${fields}---\n`]))

test('a topic has as many pages as the longer of its lists, and both on the first', () => {
  const topics = 'topics: [tides]\n'
  const { corpus } = corpusOf({ ...many(10, 'inquiries', topics), ...many(150, 'notes', topics) })
  assert.deepEqual(
    topicPages(corpus).map(({ address, count, inquiries, notes, pages }) => [
      [address, count.inquiries, count.notes, inquiries.length, notes.length],
      pages.map(({ href }) => href),
    ]),
    [
      [
        ['/topics/tides/', 10, 150, 10, 75],
        ['/topics/tides/', '/topics/tides/2/'],
      ],
      [
        ['/topics/tides/2/', 10, 150, 0, 75],
        ['/topics/tides/', '/topics/tides/2/'],
      ],
    ],
  )
})

describe('the hierarchy of topics', () => {
  const { corpus } = corpusOf({
    'notes/a.md': '---\ntopics: [Soil, soil/clay/red, soil-life]\n---\n',
    'notes/b.md': '---\ntopics: [soil/clay, air/wind]\n---\n',
  })

  test('keeps the parts of a topic after it', () => {
    assert.deepEqual(
      topicList(corpus).map(({ name }) => name),
      ['air/wind', 'Soil', 'soil/clay', 'soil/clay/red', 'soil-life'],
    )
  })

  test('is on the page of each: what it is a part of, and its nearest parts', () => {
    const places = topicPages(corpus).map(({ name, above, below }) => [
      name,
      above.map((each) => each.name),
      below.map((each) => each.name),
    ])
    assert.deepEqual(places, [
      ['air/wind', [], []],
      ['Soil', [], ['soil/clay']],
      ['soil-life', [], []],
      ['soil/clay', ['Soil'], ['soil/clay/red']],
      ['soil/clay/red', ['Soil', 'soil/clay'], []],
    ])
  })
})

describe('a file in topics/', () => {
  const files = {
    'topics/Soil.md': '---\ndescription: What grows where.\n---\nOf **soil** and [[a]].\n',
    'topics/nobody.md': 'No entry has it.\n',
    'topics/claimed.md': '---\nclaim: A note all the same.\n---\n',
    'notes/a.md': '---\ntopics: [soil]\n---\nSee [[Soil]].\n',
  }
  const { corpus, problems } = corpusOf(files)

  test('says what the topic is about, at the address of the topic', () => {
    const [soil] = topicPages(corpus)
    assert.match(soil!.about!.html, /Of <strong>soil<\/strong> and <a href="\/notes\/a\/"/)
    assert.equal(soil!.about!.backlinks.length, 1)
    assert.equal(topicList(corpus)[0]!.description, 'What grows where.')
    assert.equal(corpus.addresses.get('topics/Soil.md'), '/topics/soil/')
    assert.deepEqual(problems, [])
  })

  test('is a page where no entry has the topic, and a note where it claims something', () => {
    const kinds = ['topics/nobody.md', 'topics/claimed.md'].map((path) => corpus.entries.get(path)!.kind)
    assert.deepEqual(kinds, ['page', 'note'])
    assert.equal(corpus.addresses.get('topics/nobody.md'), '/topics/nobody/')
  })
})

describe('a topic with many inquiries', () => {
  const note = (at: number, role: string): Files => ({
    [`notes/${role}${at}.md`]: `---\ntopics: [sea]\ncreated: 2020-01-0${at}\ninquiries: [{ inquiry: q${at}, role: ${role} }]\n---\n`,
  })
  const inquiry = (at: number): Files => ({
    [`inquiries/q${at}.md`]: `---\ntitle: Q${at}?\ntopics: [sea]\nstatus: ${at < 3 ? 'open' : at === 3 ? 'superseded' : 'settled'}\ncreated: 2021-01-0${at}\n---\n`,
  })
  const { corpus } = corpusOf(
    Object.assign(
      {},
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(inquiry),
      ...[note(4, 'supports'), note(4, 'disputes'), note(5, 'disputes'), note(3, 'supports'), note(3, 'disputes')],
    ) as Files,
  )
  const [page] = topicPages(corpus)

  test('begins with the open ones, those with notes on both sides, and the newest entries', () => {
    const { open, disputed, newest } = page!.highlights!
    assert.deepEqual(
      [open, disputed, newest].map((list) => list.map(({ title }) => title)),
      [['Q2?', 'Q1?'], ['Q4?'], ['Q9?', 'Q8?', 'Q7?', 'Q6?', 'Q5?']],
    )
  })

  test('counts superseded inquiries apart', () => {
    assert.deepEqual(page!.count, { inquiries: 8, superseded: 1, open: 2, notes: 5 })
  })
})
