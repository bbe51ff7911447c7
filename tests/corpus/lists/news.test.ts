/** What is new: what was written and updated by its own dates, and changed answers by their commits. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsFeed } from '../../../src/corpus/exports/atom.ts'
import { newsByMonth, newsInWords, newsList, newsPages } from '../../../src/corpus/lists/news.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { corpusOf } from '../../support/corpus.ts'

const FILES = {
  'inquiries/a.md': '---\ntitle: A?\nstatus: open\ncreated: 2026-01-05\nupdated: 2026-03-02\n---\n[[n]]\n',
  'inquiries/undated.md': '---\ntitle: Undated?\nstatus: open\n---\n',
  'notes/n.md': '---\ntitle: N\ncreated: 2026-02-01\n---\n',
  'notes/year.md': '---\ntitle: Year\ncreated: 2025\n---\n',
  'notes/draft.md': '---\ntitle: Draft\ndraft: true\ncreated: 2026-05-01\n---\n',
}

const { corpus } = corpusOf(FILES)
const withHistory = {
  ...corpus,
  history: {
    prefix: '',
    revisions: new Map([['inquiries/undated.md', { commit: 'abc', date: '2026-04-01T10:00:00Z' }]]),
    changes: new Map([
      [
        'inquiries/a.md',
        [
          {
            commit: 'b',
            date: '2026-03-09T10:00:00Z',
            isFirst: false,
            status: { to: 'settled' as const },
            evidence: [],
          },
          {
            commit: 'd',
            date: '2026-03-08T10:00:00Z',
            isFirst: false,
            evidence: [{ note: 'notes/draft.md', to: 'supports' as const }],
          },
        ],
      ],
    ]),
  },
}

test('it is newest first, each with what happened, and a draft leaves no trace', () => {
  assert.deepEqual(
    newsList(withHistory).map((item) => [item.date, item.title, newsInWords(item, 'en')]),
    [
      ['2026-04-01', 'Undated?', 'Question updated'],
      ['2026-03-09', 'A?', 'Now settled'],
      ['2026-03-02', 'A?', 'Question updated'],
      ['2026-02-01', 'N', 'New note'],
      ['2026-01-05', 'A?', 'New question'],
      ['2025', 'Year', 'New note'],
    ],
  )
})

test('what has no date at all is left out', () => {
  assert.ok(newsList(corpus).every(({ title }) => title !== 'Undated?'))
})

test('a page groups its items by month, and a year stands by itself', () => {
  const [page] = newsPages(withHistory, newsList(withHistory))
  assert.deepEqual(
    newsByMonth(page!.items, 'de').map(([month, items]) => [month, items.length]),
    [
      ['April 2026', 1],
      ['März 2026', 2],
      ['Februar 2026', 1],
      ['Januar 2026', 1],
      ['2025', 1],
    ],
  )
})

test('its feed has an entry for each item, with a time and an id that stay the same', () => {
  const feed = newsFeed(DEFAULT_SETTINGS, 'New', '/new.atom', newsList(withHistory))
  assert.equal(feed.match(/<entry>/g)?.length, 6)
  assert.match(feed, /<id>urn:throughline:\/inquiries\/a\/#status-2026-03-09<\/id>\n<updated>2026-03-09T00:00:00Z/)
  assert.match(feed, /<updated>2025-01-01T00:00:00Z<\/updated>/)
})
