/** Lists are sorted as people sort, in the language of the site. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { collatorOf } from '../../src/corpus/compare.ts'
import { noteList } from '../../src/corpus/lists/listings.ts'
import { topicList } from '../../src/corpus/lists/topic-lists.ts'
import { corpusOf } from '../support/corpus.ts'

const sorted = (language: string, ...words: string[]): string[] => words.sort(collatorOf(language))

describe('the order of people', () => {
  test('counts numbers, and counts case and accents last', () => {
    assert.deepEqual(sorted('en', 'Part 10', 'Zebra', 'élan', 'Part 9', 'elan', 'apple', 'Elan'), [
      ...['apple', 'elan', 'Elan', 'élan', 'Part 9', 'Part 10', 'Zebra'],
    ])
  })

  test('is that of the language', () => {
    assert.deepEqual(sorted('de', 'Zebra', 'Öl', 'Ofen'), ['Ofen', 'Öl', 'Zebra'])
    assert.deepEqual(sorted('sv', 'Zebra', 'Öl', 'Ofen'), ['Ofen', 'Zebra', 'Öl'])
  })

  test('is that of English where the language is not known, and never leaves two texts unordered', () => {
    assert.deepEqual(sorted('tlh', 'b', 'A', 'a'), ['a', 'A', 'b'])
    assert.notEqual(collatorOf('en')('a', 'a\u0000'), 0)
  })

  test('is that of lists', () => {
    const { corpus } = corpusOf({
      'notes/a.md': '---\ntitle: Part 10\ntopics: [Zebra, Émile]\n---\n',
      'notes/b.md': '---\ntitle: part 9\ntopics: [apple]\n---\n',
      'notes/c.md': '---\ntitle: Old\ncreated: 2021\n---\n',
      'notes/d.md': '---\ntitle: Older\ncreated: 2020-12-31\n---\n',
    })
    assert.deepEqual(
      noteList(corpus).map(({ title }) => title),
      ['Old', 'Older', 'part 9', 'Part 10'],
    )
    assert.deepEqual(
      topicList(corpus).map(({ name }) => name),
      ['apple', 'Émile', 'Zebra'],
    )
  })
})
