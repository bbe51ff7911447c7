import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { median, pairedRatio, percentile } from '../../scripts/bench/measure/statistics.ts'

describe('median', () => {
  test('is the middle of an odd number of values, in whatever order', () => {
    assert.equal(median([9, 1, 5]), 5)
  })
  test('is half-way between the two in the middle of an even number', () => {
    assert.equal(median([4, 1, 3, 2]), 2.5)
  })
  test('leaves the values as they were', () => {
    const values = [3, 1, 2]
    median(values)
    assert.deepEqual(values, [3, 1, 2])
  })
  test('of nothing is refused', () => {
    assert.throws(() => median([]), RangeError)
  })
})

describe('a percentile', () => {
  test('is a value that so many do not exceed, in whatever order', () => {
    const values = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert.deepEqual([percentile(values, 0.5), percentile(values, 0.95), percentile(values, 0.05)], [5, 10, 1])
    assert.equal(percentile([7], 0.5), 7)
  })
  test('of nothing is refused', () => {
    assert.throws(() => percentile([], 0.5), RangeError)
  })
})

describe('the ratio of pairs', () => {
  test('keeps out what slowed a whole round', () => {
    // In the second round both took ten times as long; ours takes twice theirs in each.
    assert.equal(pairedRatio([2, 20, 4], [1, 10, 2]), 2)
  })
  test('is the middle one of the rounds', () => {
    assert.equal(pairedRatio([1, 2, 9], [1, 1, 1]), 2)
  })
  test('of rounds without a partner is refused', () => {
    assert.throws(() => pairedRatio([1, 2], [1]), RangeError)
  })
})
