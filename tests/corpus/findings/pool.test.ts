/**
 * Pooled effects next to figures that others computed: by hand, and by the package metafor for R, whose tests print
 * what it makes of the 13 trials of the vaccine BCG in `dat.bcg` (Colditz et al. 1994).
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { halfWidth, normalQuantile } from '../../../src/corpus/findings/normal.ts'
import { estimateOf, fromScale, pool, toScale } from '../../../src/corpus/findings/pool.ts'
import { runs } from '../../support/runs.ts'

const near = (actual: number, expected: number, digits = 4): void =>
  assert.equal(actual.toFixed(digits), expected.toFixed(digits))

/** Cases of tuberculosis and others, of those who had the vaccine and of those who had not. */
const BCG = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const

const RISK_RATIOS = BCG.map(([a, b, c, d]) => ({
  value: Math.log(a / (a + b)) - Math.log(c / (c + d)),
  variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
}))
const ODDS_RATIOS = BCG.map(([a, b, c, d]) => ({
  value: Math.log((a * d) / (b * c)),
  variance: 1 / a + 1 / b + 1 / c + 1 / d,
}))

describe('the figures of metafor for dat.bcg', () => {
  // `tests/testthat/test_misc_metan_vs_rma.uni_with_dat.bcg.r` in https://github.com/wviechtb/metafor
  const CASES = [
    { name: 'risk ratios, fixed', of: RISK_RATIOS, by: 'fixed', value: -0.4303, low: -0.5097, high: -0.3509 },
    { name: 'risk ratios, random', of: RISK_RATIOS, by: 'random', value: -0.7141, low: -1.0644, high: -0.3638 },
    { name: 'odds ratios, fixed', of: ODDS_RATIOS, by: 'fixed', value: -0.4361, low: -0.519, high: -0.3533 },
    { name: 'odds ratios, random', of: ODDS_RATIOS, by: 'random', value: -0.7474, low: -1.1242, high: -0.3706 },
  ] as const
  for (const { name, of, by, value, low, high } of CASES)
    test(name, () => {
      const pooled = pool(of, by)
      near(pooled.value, value)
      near(pooled.value - halfWidth(95) * pooled.standardError, low)
      near(pooled.value + halfWidth(95) * pooled.standardError, high)
    })

  test('heterogeneity', () => {
    near(pool(RISK_RATIOS, 'fixed').q, 152.233)
    near(pool(ODDS_RATIOS, 'fixed').q, 163.1649)
    near(pool(RISK_RATIOS, 'random').tauSquared, 0.3088)
    near(pool(ODDS_RATIOS, 'random').tauSquared, 0.3663)
    near(100 * pool(RISK_RATIOS, 'random').iSquared, 92.1173)
    near(100 * pool(ODDS_RATIOS, 'random').iSquared, 92.6455)
    near(fromScale('risk ratio', pool(RISK_RATIOS, 'random').value), 0.4896)
  })
})

test('two studies by hand', () => {
  // Weights 1 / 1 and 1 / 4: (2 · 1 + 6 · 0.25) / 1.25 = 2.8, SE √(1 / 1.25), Q = 1 · 0.8² + 0.25 · 3.2² = 3.2.
  // C = 1.25 − (1 + 0.0625) / 1.25 = 0.4, τ² = (3.2 − 1) / 0.4 = 5.5, I² = 2.2 / 3.2.
  const studies = [
    { value: 2, variance: 1 },
    { value: 6, variance: 4 },
  ]
  const fixed = pool(studies, 'fixed')
  near(fixed.value, 2.8, 12)
  near(fixed.standardError, Math.sqrt(0.8), 12)
  near(fixed.q, 3.2, 12)
  near(fixed.iSquared, 0.6875, 12)
  assert.deepEqual(
    fixed.weights.map((each) => each.toFixed(3)),
    ['0.800', '0.200'],
  )
  // Weights 1 / 6.5 and 1 / 9.5: (2 / 6.5 + 6 / 9.5) / (1 / 6.5 + 1 / 9.5) = 3.625.
  const random = pool(studies, 'random')
  near(random.tauSquared, 5.5, 12)
  near(random.value, 3.625, 12)
})

test('studies that agree have nothing between them', () => {
  const { tauSquared, iSquared, value } = pool(
    [
      { value: 1, variance: 2 },
      { value: 1, variance: 3 },
    ],
    'random',
  )
  assert.deepEqual([tauSquared, iSquared], [0, 0])
  near(value, 1, 12)
})

test('what is pooled lies between the least and the greatest, and weights sum to one', () => {
  const estimate = fc.record({
    value: fc.integer({ min: -1000, max: 1000 }),
    variance: fc.integer({ min: 1, max: 500 }),
  })
  fc.assert(
    fc.property(fc.array(estimate, { minLength: 2, maxLength: 12 }), fc.constantFrom('fixed', 'random'), (all, by) => {
      const { value, weights, iSquared } = pool(all, by)
      const values = all.map((each) => each.value)
      assert.ok(value >= Math.min(...values) - 1e-9 && value <= Math.max(...values) + 1e-9)
      near(
        weights.reduce((total, each) => total + each),
        1,
        9,
      )
      assert.ok(iSquared >= 0 && iSquared < 1)
    }),
    { numRuns: runs(200) },
  )
})

describe('an estimate from an interval', () => {
  test('of 95 per cent, on the scale of its kind', () => {
    const ratio = estimateOf({ kind: 'risk ratio', value: 0.5, low: 0.25, high: 1 })!
    near(ratio.value, Math.log(0.5), 12)
    near(Math.sqrt(ratio.variance), Math.log(4) / (2 * 1.959964), 6)
    near(
      estimateOf({ kind: 'd', value: 0.5, low: 0.1, high: 0.9, level: 90 })!.variance,
      (0.8 / (2 * 1.644854)) ** 2,
      6,
    )
    near(estimateOf({ kind: 'r', value: 0.5, low: 0.1, high: 0.8 })!.value, 0.5493, 4)
  })
  test('there is none without an interval of some width', () => {
    assert.equal(estimateOf({ kind: 'd', value: 1 }), undefined)
    assert.equal(estimateOf({ kind: 'd', value: 1, low: 1, high: 1 }), undefined)
    assert.equal(estimateOf({ kind: 'r', value: 1, low: 0.9, high: 1 }), undefined)
  })
  test('and back again', () => {
    for (const kind of ['r', 'odds ratio', 'd'] as const) near(fromScale(kind, toScale(kind, 0.4)), 0.4, 12)
  })
})

test('quantiles of the normal distribution, as tables have them', () => {
  for (const [chance, quantile] of [
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.99995, 3.8905918864131204],
  ] as const) {
    near(normalQuantile(chance), quantile, 9)
    near(normalQuantile(1 - chance), -quantile, 8)
  }
})
