import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recall, reciprocalRank } from '../../scripts/bench/search-quality/figures.ts'

test('recall is of the first ten, the reciprocal rank of the first that is relevant', () => {
  const ranked = ['x', 'a', 'b', ...Array.from({ length: 7 }, (_, index) => String(index)), 'c']
  assert.equal(recall(ranked, ['a', 'c']), 0.5)
  assert.equal(reciprocalRank(ranked, ['b', 'a']), 0.5)
  assert.equal(reciprocalRank(ranked, ['c']), 0)
})
