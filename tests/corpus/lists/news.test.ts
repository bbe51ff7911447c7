/** What is new: what was written and updated by its own dates, and changed answers by their commits. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atomOf } from '../../../src/corpus/exports/atom.ts'
import { newsFeed } from '../../../src/corpus/exports/feed.ts'
import { jsonFeedOf } from '../../../src/corpus/exports/json-feed.ts'
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

const ABOUT = { title: 'New', page: '/new/', stem: '/new' }

test('its feed has an entry for each item, with a time and an id that stay the same', () => {
  const feed = atomOf(newsFeed(DEFAULT_SETTINGS, ABOUT, newsList(withHistory)), DEFAULT_SETTINGS)
  assert.equal(feed.match(/<entry>/g)?.length, 6)
  assert.match(feed, /<id>urn:throughline:\/inquiries\/a\/#status-2026-03-09<\/id>\n<updated>2026-03-09T00:00:00Z/)
  assert.match(feed, /<updated>2025-01-01T00:00:00Z<\/updated>/)
})

test('its feed in JSON has the same, and no address where the site does not know its own', () => {
  const feed = newsFeed(DEFAULT_SETTINGS, ABOUT, newsList(withHistory))
  const [first, ...others] = (JSON.parse(jsonFeedOf(feed, DEFAULT_SETTINGS)) as { items: object[] }).items
  assert.deepEqual(first, {
    id: 'urn:throughline:/inquiries/undated/#updated-2026-04-01',
    title: 'Undated?',
    content_text: 'Question updated',
    date_modified: '2026-04-01T00:00:00Z',
  })
  assert.equal(others.length, 5)
  const settings = { ...DEFAULT_SETTINGS, url: 'https://example.org/g', base: '/g/' }
  const whole = JSON.parse(jsonFeedOf({ ...feed, page: '/g/new/', stem: '/g/new' }, settings)) as object
  assert.partialDeepStrictEqual(whole, {
    version: 'https://jsonfeed.org/version/1.1',
    home_page_url: 'https://example.org/g/new/',
    feed_url: 'https://example.org/g/new.feed.json',
  })
})
