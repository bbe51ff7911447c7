/** Headings that were reworded in place are told from those that were moved, removed or written anew. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { headingLines } from '../../../src/corpus/history/heading-lines.ts'
import { reworded, type Anchor } from '../../../src/corpus/history/reworded.ts'
import { parse } from '../../../src/corpus/parse.ts'

/** Anchors of level 2, or of as many as there are signs before their ids. */
const anchors = (...ids: string[]): Anchor[] =>
  ids.map((id) => ({ depth: /^#*/.exec(id)![0].length || 2, id: id.replace(/^#+/, '') }))

const CASES: Readonly<Record<string, [before: Anchor[], after: Anchor[], found: string[][]]>> = {
  'the only heading': [anchors('a'), anchors('b'), [['a', 'b']]],
  'one between two that stay': [anchors('a', 'b', 'c'), anchors('a', 'x', 'c'), [['b', 'x']]],
  'one of another level': [anchors('##a', '##b'), anchors('##a', '###c'), []],
  'one that is new': [anchors('a', 'c'), anchors('a', 'b', 'c'), []],
  'one that is gone': [anchors('a', 'b', 'c'), anchors('a', 'c'), []],
  'one that became two': [anchors('a', 'b', 'c'), anchors('a', 'x', 'y', 'c'), []],
  'one that moved': [anchors('a', 'b', 'c'), anchors('b', 'c', 'a'), []],
  'two that share words': [
    anchors('old-age', 'old-time'),
    anchors('new-age', 'new-time'),
    [
      ['old-age', 'new-age'],
      ['old-time', 'new-time'],
    ],
  ],
  'all, written anew': [anchors('a', 'b', 'c'), anchors('x', 'y', 'z'), []],
  'one that a private name was in': [anchors('a', ''), anchors('a', 'b'), []],
}

describe('rewording of', () => {
  for (const [name, [before, after, found]] of Object.entries(CASES))
    test(name, () => {
      assert.deepEqual(reworded(before, after), found)
    })
})

test('versions with other headings differ in lines that may be headings', () => {
  const written = [
    '# a',
    '  ## b ##',
    '> ### c',
    '- # d',
    '1. ## e',
    'f\n===',
    '> g\n> ---',
    '<h2>h</h2>',
    'x <H3>i</H3>',
  ]
  for (const heading of written) {
    const { headings } = parse({
      path: 'notes/x.md',
      text: `---\ntitle: T\n---\nWords.\n\n${heading}\n\nWords.\n`,
    }).parsed!
    assert.equal(headings.length, 1, heading)
    assert.notEqual(headingLines(`Words.\n\n${heading}\n\nWords.\n`), '', heading)
  }
  assert.equal(headingLines('Words.\n\nOther words.\n\n- one\n- two\n'), '')
})
