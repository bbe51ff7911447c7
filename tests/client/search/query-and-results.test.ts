/** What was typed → what is asked; what was found → what is shown. All but the engine and the elements. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { groupHits } from '../../../src/client/search/group.ts'
import { piecesOf } from '../../../src/client/search/excerpt.ts'
import { hitOf, withTextFragment, type Hit } from '../../../src/client/search/hit.ts'
import type { Engine } from '../../../src/client/search/engine.ts'
import { find } from '../../../src/client/search/find.ts'
import { markWords } from '../../../src/client/search/mark.ts'
import { withPlaces } from '../../../src/client/search/places.ts'
import { isSameWord, unmatchedWords } from '../../../src/client/search/unmatched-words.ts'
import { functionWords } from '../../../src/corpus/search/function-words.ts'
import { nearest } from '../../../src/client/search/spelling.ts'
import type { Fragment } from '../../../src/client/search/pagefind.ts'
import { askedWords, readQuery } from '../../../src/client/search/query.ts'
import { readState, writeState, type SearchState } from '../../../src/client/search/state.ts'
import { runs } from '../../support/runs.ts'

const hit = (url: string, more: Partial<Hit> = {}): Hit => ({
  ...{ url, matchUrl: url, title: url, titlePieces: [], kind: 'note' },
  ...{ aliases: [], serves: [], excerpt: [], sections: [] },
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
  assert.equal(
    text(hitOf(fragment('<mark>title</mark> here. A <mark>body</mark>'), 'title body', ['title', 'body'])),
    'A [body]',
  )
  const together = hitOf(fragment('The title here.'), '"words of"', ['words'])
  assert.equal(text(together), 'A body with [words of] its own.')
  assert.equal(together.matchUrl, '/a/#:~:text=words%20of')
})

const reading = (language: string) => ({ language, functionWords: new Set(functionWords(language)) })
const asked = (typed: string, language = 'en') => readQuery(typed, reading(language))

describe('queries', () => {
  test('are ranked by their words, and what is in quotes has to be there as it is', () => {
    assert.deepEqual(asked(' “two words” '), { term: 'two words', phrases: ['"two words"'], words: [] })
    assert.deepEqual(asked('good "two words" bye').term, 'good two words bye')
    assert.deepEqual(asked('"follow a power law"').term, 'follow power law')
    assert.deepEqual(asked('"follow a power law"').phrases, ['"follow a power law"'])
    assert.equal(asked('  ').term, null)
  })

  test('are not asked for function words of the language, unless there are no others', () => {
    assert.deepEqual(asked('does the Reward, reward help?').words, ['reward', 'help'])
    assert.equal(asked('to be or not to be').term, 'to be or not')
    assert.equal(asked('Was ist die Wirkung von Noten?', 'de').term, 'wirkung noten')
    assert.equal(asked('qu’est-ce que l’œuvre d’art', 'fr').term, 'est-ce oeuvre art')
    assert.equal(asked('what is the effect', 'de').term, 'what is the effect')
  })

  test('are asked for few words, because each costs a file of every part of the index', () => {
    const { term } = asked('why do language models forget rare events when they are trained on generated text')
    assert.equal(term, 'language models forget events trained generated')
    const question = 'why do language models forget rare events when they are trained on generated text'
    const large = {
      ...reading('en'),
      commonWords: new Map(['models', 'language', 'trained', 'text', 'generated'].map((word, rank) => [word, rank])),
    }
    assert.deepEqual(readQuery(question, { ...large, parts: 4 }).words, ['forget', 'rare', 'events'])
    assert.deepEqual(askedWords(question, { ...large, parts: 3 }), ['forget', 'rare', 'events', 'generated'])
    assert.deepEqual(readQuery('language models', { ...large, parts: 8 }).words, ['language', 'models'])
  })

  test('have the forms that records have', () => {
    assert.deepEqual(asked('"学習の"').term, '学習 習の')
    assert.equal(asked("l'Œuvre", 'fr').term, 'oeuvre')
    assert.equal(asked('j.cell.2020.01 GPT-3.5').term, 'j cell 2020 01 gpt-3.5')
    assert.equal(asked('Straße v2.5.1 Łódź').term, 'strasse 2.5.1 lódź')
    assert.equal(asked('كتاب علمي', 'fa').term, 'کتاب علمی')
    assert.equal(asked('کتاب علمی', 'ar').term, 'كتاب علمي')
  })
})

describe('words that occur nowhere', () => {
  const fragment = { content: 'Rewards are naïve, कल.', meta: { aliases: 'k-NN' } } as unknown as Fragment

  test('are those of which the records have no form', () => {
    const words = ['rewards', 'rewarding', 'naive', 'knn', 'nn', 'k-nn', 'rewar', 'कल']
    assert.deepEqual(unmatchedWords(words, [fragment]), [])
    assert.deepEqual(unmatchedWords(['rewrad', 'कुल', 'art'], [fragment]), ['rewrad', 'कुल', 'art'])
    const chinese = { content: '睡眠巩固记忆', meta: {} } as unknown as Fragment
    assert.deepEqual(unmatchedWords(['睡眠与记忆', '血压'], [chinese]), ['血压'])
    assert.ok(isSameWord('forgot', 'forgotten'))
    assert.ok(!isSameWord('forgot', 'format'))
    assert.ok(!isSameWord('techer', 'technique'))
  })

  test('are taken for the nearest word: one slip under seven letters, two letters that changed places being one', () => {
    assert.equal(nearest('rewrad', ['record', 'reward', 'reader']), 'reward')
    assert.equal(nearest('forgot', ['format']), undefined)
    assert.equal(nearest('machiavelianism', ['machiavellianism']), 'machiavellianism')
    assert.equal(nearest('zqxyzzv', ['reward', 'perplexity']), undefined)
  })

  test('are not said to be nowhere before the word itself was asked for', async () => {
    const other = {
      content: 'The results were replicated.',
      meta: {},
      filters: {},
      url: '/b/',
      excerpt: '',
      sub_results: [],
    }
    const looking = {
      reading: reading('en'),
      search: () =>
        Promise.resolve({
          results: [{ id: '1', score: 1, load: () => Promise.resolve({ ...other, content: 'x' }) }],
          complete: 0,
          counts: {},
        }),
      hasWord: () => Promise.resolve(false),
      recordsOf: () => Promise.resolve([other]),
      vocabulary: () => Promise.reject(new Error('Nothing is corrected.')),
    }
    const answer = await find(looking as unknown as Engine, { q: 'replicated x', filters: {}, sort: 'relevance' })
    assert.deepEqual(answer.unmatched, [])
    // The engine knows that the stem of both is the same.
    const having = { ...looking, hasWord: (word: string) => Promise.resolve(word === 'needed') }
    const { unmatched } = await find(having as unknown as Engine, { q: 'needed x', filters: {}, sort: 'relevance' })
    assert.deepEqual(unmatched, [])
  })
})

test('the words of a query are marked in titles, in their forms, and function words are not', () => {
  const marked = (text: string, ...words: string[]): string =>
    markWords(text, words)
      .map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
      .join('')
  assert.equal(marked('A random reward, nearly', 'rewards', 'random'), 'A [random] [reward], nearly')
  assert.equal(marked('The k-NN rule', 'knn'), 'The [k-NN] rule')
  assert.equal(marked('L’œuvre d’art', 'oeuvre'), 'L’[œuvre] d’art')
  assert.equal(marked('深度学习模型', '学习'), '深度[学习]模型')
  assert.equal(marked('कुल कल', 'कुल'), '[कुल] कल')
})

test('hits of one title show their folders', () => {
  const places = withPlaces([
    hit('/notes/a/x/', { title: 'Same' }),
    hit('/notes/b/c/x/', { title: 'same' }),
    hit('/notes/d/y/', { title: 'Other' }),
    hit('/notes/z/', { title: 'same' }),
  ]).map(({ place }) => place)
  assert.deepEqual(places, ['a', 'b/c', undefined, undefined])
})

test('what a record has apart is shown as it was', () => {
  const { title, excerpt } = hitOf(
    {
      ...{ url: '/a/', content: 'L’ œuvre. Voici l’ œuvre d’ art.', excerpt: 'Voici l’ œuvre d’ art.' },
      ...{ meta: { title: 'L’ œuvre' }, filters: {}, sub_results: [] },
    },
    'oeuvre',
    ['oeuvre'],
  )
  assert.equal(title, 'L’œuvre')
  assert.deepEqual(excerpt, [
    { text: 'Voici l’', isMatch: false },
    { text: 'œuvre', isMatch: true },
    { text: ' d’art.', isMatch: false },
  ])
})

test('an address says what is looked for, and is read back as it was', () => {
  assert.deepEqual(readState('?q=+a+&year=2020&kind=note&other=1&sort=x').filters, { kind: 'note' })
  assert.deepEqual(readState('?field-design=a+b&fields=x').filters, { 'field-design': 'a b' })
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

test('the number of a work is found within an address', () => {
  const found = [{ content: 'See https://arxiv.org/abs/2305.11206 and 10.1016/j.cell.2020.01.001.', meta: {} }]
  const words = ['2305.11206', '10.1016', 'j.cell.2020.01.001', 'arxiv.org', '2305.11207']
  assert.deepEqual(unmatchedWords(words, found as never), ['2305.11207'])
})

test('signs around a word are no part of it, but for those of C++ and C#', () => {
  const { words } = readQuery('<img C++ c# "(>', { language: 'en', functionWords: new Set() })
  assert.deepEqual(words, ['img', 'c++', 'c#'])
})
