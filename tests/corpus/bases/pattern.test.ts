/** Regular expressions match what they match in JavaScript. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compilePattern, matchesIn } from '../../../src/corpus/bases/pattern.ts'
import { runs, seed } from '../../support/runs.ts'
import { Refusal } from '../../../src/corpus/bases/refusal.ts'

const part = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\w',
  '\\d',
  '\\s',
  '\\b',
  '^',
  '$',
  '(a|b)',
  '(?:ab)',
  ' ',
)
const times = fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{1,}')
const patterns = fc
  .array(fc.tuple(part, times), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([each, often]) => (/^(?:\^|\$|\\b)$/.test(each) ? each : each + often)).join(''))
const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', '\n'), maxLength: 12 })

test('all matches and their groups are those of JavaScript', () => {
  fc.assert(
    fc.property(patterns, texts, fc.constantFrom('', 'i', 'm', 's'), (source, text, flags) => {
      const own = matchesIn(compilePattern(source, flags, 0), Array.from(text), true)
      const theirs = [...text.matchAll(new RegExp(source, `g${flags}`))]
      assert.deepEqual(
        own.map(({ start, groups }) => [start, groups[0]]),
        theirs.map((match) => [match.index, match[0]]),
      )
    }),
    { numRuns: runs(2000), seed },
  )
})

test('classes, ranges, escapes and properties of Unicode', () => {
  const matched = (source: string, text: string, flags = ''): string | undefined =>
    compilePattern(source, flags, 0).exec(Array.from(text), 0)?.groups[0]
  assert.equal(matched('[a-c]+', 'xabcd'), 'abc')
  assert.equal(matched('[^a-c]+', 'abxy'), 'xy')
  assert.equal(matched(String.raw`\u0041\x42`, 'AB'), 'AB')
  assert.equal(matched(String.raw`\p{L}+`, '1äöü2'), 'äöü')
  assert.equal(matched('[🔴🟡]', 'x🟡'), '🟡')
  assert.equal(matched(String.raw`[\]\-]+`, 'a]-'), ']-')
  assert.equal(matched(String.raw`a\.b`, 'a.b'), 'a.b')
  assert.equal(matched('(?<year>\\d{4})', 'in 2025'), '2025')
})

test('what is not valid is refused, and never thrown as anything else', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('a(){}[]|*+?\\^$.-,:<=!1p')), maxLength: 12 }),
      (source) => {
        try {
          compilePattern(source, '', 0).exec(Array.from('aa1-'), 0)
        } catch (error) {
          assert.ok(error instanceof Refusal, String(error))
        }
      },
    ),
    { numRuns: runs(3000), seed },
  )
})
