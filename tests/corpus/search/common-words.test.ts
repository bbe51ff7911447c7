/** Which words many entries have. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonWords } from '../../../src/corpus/search/common-words.ts'

test('words that many entries have are given, the commonest first, without function words and tags', () => {
  const texts = ['<p>A sleeper <b>and</b> Sleep</p>', '<p>a dream</p>', '<p>the sleeper’s SLEEP sleep</p>']
  assert.deepEqual(commonWords(texts, ['a', 'the', 'and', 's']), ['sleep', 'sleeper', 'dream'])
})

test('a word of one entry in a hundred is not common', () => {
  const texts = Array.from({ length: 100 }, (_, index) => `sleep ${index < 2 ? 'dream' : ''} n${index}`)
  assert.deepEqual(commonWords(texts, []), ['sleep', 'dream'])
})
