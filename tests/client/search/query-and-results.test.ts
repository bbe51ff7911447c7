/** What was typed → what is asked; what was found → what is shown. All but the engine and the elements. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { groupHits } from '../../../src/client/search/group.ts'
import { hitOf, withTextFragment, piecesOf, type Hit } from '../../../src/client/search/hit.ts'
import { unmatchedWords } from '../../../src/client/search/unmatched-words.ts'
import { nearest } from '../../../src/client/search/spelling.ts'
import type { Fragment } from '../../../src/client/search/pagefind.ts'
import { readQuery } from '../../../src/client/search/query.ts'
import { readState, writeState, type SearchState } from '../../../src/client/search/state.ts'
import { runs } from '../../support/runs.ts'

const hit = (url: string, more: Partial<Hit> = {}): Hit => ({
  ...{ url, matchUrl: url, title: url, kind: 'note', aliases: [], serves: [], excerpt: [], sections: [] },
  ...more,
})
const serves = (...urls: string[]): Pick<Hit, 'serves'> => ({
  serves: urls.map((url) => ({ url, title: url, role: 'supports' })),
})
const shape = (hits: readonly Hit[], q = ''): string[] =>
  groupHits(hits, q).map(({ kind, head, members }) =>
    [head === undefined ? kind : `${head.url}${head.hit ? '' : '?'}`, ...members.map(({ hit }) => hit.url)].join(' '),
  )

describe('groups', () => {
  test('an inquiry that matches has beneath it the notes that serve it', () => {
    const hits = [hit('a', serves('q')), hit('b'), hit('q', { kind: 'inquiry' }), hit('c', serves('q'))]
    assert.deepEqual(shape(hits), ['q a c', 'note b'])
  })

  test('one that does not match stands over notes where several serve it, and not over a single one', () => {
    assert.deepEqual(shape([hit('a', serves('q', 'r')), hit('b', serves('q'))]), ['q? a b'])
    assert.deepEqual(shape([hit('a', serves('q'))]), ['note a'])
  })

  test('what is called what was typed comes first, whatever it serves', () => {
    const named = hit('a', { ...serves('q'), aliases: ['The  Naïve name!'] })
    assert.deepEqual(shape([named, hit('q', { kind: 'inquiry' })], 'the naive NAME'), ['best a', 'q'])
  })

  test('groups are in the order of the best in them, then kinds in theirs, unknown ones last', () => {
    const hits = [
      ...[hit('x', { kind: 'odd' }), hit('p', { kind: 'page' }), hit('n', serves('r')), hit('t', { kind: 'topic' })],
      ...[hit('q', { kind: 'inquiry' }), hit('r', { kind: 'inquiry' }), hit('s', { kind: 'source' })],
    ]
    assert.deepEqual(shape(hits), ['r n', 'q', 'source s', 'topic t', 'page p', 'odd x'])
  })

  test('every result is shown exactly once', () => {
    const any = fc.array(
      fc.record({
        kind: fc.constantFrom('inquiry', 'note', 'page', 'topic'),
        to: fc.array(fc.constantFrom('0', '1', '2', '9')),
      }),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(any, (made) => {
        const hits = made.map(({ kind, to }, index) =>
          hit(String(index), { kind, ...(kind === 'note' && serves(...to)) }),
        )
        const shown = groupHits(hits, '0').flatMap(({ head, members }) => [
          ...(head?.hit ? [head.hit.url] : []),
          ...members.map((member) => member.hit.url),
        ])
        assert.deepEqual(shown.sort(), hits.map(({ url }) => url).sort())
      }),
      { numRuns: runs(100), seed: 20261123 },
    )
  })
})

test('excerpts are text with marks, and addresses lead to the longest run of matches', () => {
  const pieces = piecesOf('a <mark>random</mark> <mark>reward,</mark> <mark>then</mark> &lt;b&gt;')
  assert.deepEqual(pieces.at(-1), { text: ' <b>', isMatch: false })
  assert.equal(withTextFragment('/a/', pieces), '/a/#:~:text=random%20reward')
  assert.equal(withTextFragment('/a/#part', piecesOf('<mark>k-NN</mark>')), '/a/#part:~:text=k%2DNN')
  assert.equal(withTextFragment('/a/', piecesOf('none')), '/a/')
})

test('the title is not said again in the excerpt, and words that stand together are shown together', () => {
  const fragment = (excerpt: string): Fragment => ({
    ...{ url: '/a/', content: 'The title here. A body with words of its own.', excerpt },
    ...{ meta: { title: 'The title here' }, filters: {}, sub_results: [] },
  })
  const text = (made: Hit): string =>
    made.excerpt.map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text)).join('')
  assert.equal(text(hitOf(fragment('<mark>title</mark> here. A <mark>body</mark>'), 'title body')), 'A [body]')
  const together = hitOf(fragment('The title here.'), '"words of"')
  assert.equal(text(together), 'A body with [words of] its own.')
  assert.equal(together.matchUrl, '/a/#:~:text=words%20of')
})

test('queries: phrases, pairs, and the words that say something', () => {
  assert.deepEqual(readQuery(' “two words” ', 'en'), { term: '"two words"', phrases: [], words: [] })
  assert.deepEqual(readQuery('a "two words" b', 'en'), { term: 'a two words b', phrases: ['"two words"'], words: [] })
  assert.deepEqual(readQuery('"学習の"', 'en').term, '学習 習の')
  assert.deepEqual(readQuery('does the Reward, reward help?', 'en').words, ['reward', 'help'])
  assert.equal(readQuery('  ', 'en').term, null)
})

test('words that occur nowhere, and those that are near', () => {
  const fragment = { content: 'Rewards are naïve.', meta: { aliases: 'k-NN' } } as unknown as Fragment
  assert.deepEqual(unmatchedWords(['rewards', 'rewarding', 'naive', 'knn', 'rewrad'], [fragment]), [
    'rewarding',
    'rewrad',
  ])
  assert.equal(nearest('rewrad', ['record', 'reward', 'reader']), 'reward')
  assert.equal(nearest('zqxyzzv', ['reward', 'perplexity']), undefined)
})

test('an address says what is looked for, and is read back as it was', () => {
  assert.deepEqual(readState('?q=+a+&year=2020&kind=note&other=1&sort=x').filters, { kind: 'note' })
  assert.deepEqual(readState('?from=abc&to=2024'), { q: '', filters: {}, to: '2024', sort: 'relevance' })
  const some = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text)
  const states = fc.record({
    q: some,
    kind: some,
    from: fc.constantFrom('1999', '2020'),
    sort: fc.constantFrom('date', 'relevance'),
  })
  fc.assert(
    fc.property(states, ({ q, kind, from, sort }) => {
      const state: SearchState = { q, filters: { kind }, from, sort }
      assert.deepEqual(readState(writeState(state)), state)
    }),
    { numRuns: runs(100), seed: 20261123 },
  )
})
