/**
 * This file puts effects of several studies together. Nobody's effects are pooled unless the writer of an inquiry asks
 * for it. The formulas are those of M. Borenstein, L. Hedges, J. Higgins and H. Rothstein (2010), A basic introduction to
 * fixed-effect and random-effects models for meta-analysis, Research Synthesis Methods 1, 97–111
 * (https://doi.org/10.1002/jrsm.12).
 */
import type { Effect } from '../schema/effect.ts'
import { scaleOf, USUAL_LEVEL, type EffectKind, type Pooling } from '../schema/effect-kinds.ts'
import { halfWidth } from './normal.ts'

/** An `Estimate` is an effect on the scale on which it is pooled, with the variance of its estimate. */
export interface Estimate {
  readonly value: number
  readonly variance: number
}

/** `Pooled` is what came of pooling. Values are on the scale on which they were pooled. */
export interface Pooled {
  readonly value: number
  readonly standardError: number
  /** These are the weights of the estimates in their order. Their sum is 1. */
  readonly weights: readonly number[]
  /** This is the statistic Q of heterogeneity (Cochran 1954), with as many degrees of freedom as estimates, but for one. */
  readonly q: number
  /** This is the share of the variation that is between the studies, between 0 and 1 (Higgins and Thompson 2002). */
  readonly iSquared: number
  /** This is the variance between the studies. It is 0 for `fixed`. */
  readonly tauSquared: number
}

/**
 * Puts estimates together, each weighted by the inverse of its variance. With `random`, the variance between studies is
 * added to each. It is estimated by the moments (R. DerSimonian and N. Laird, 1986, Controlled Clinical Trials 7,
 * 177–188, https://doi.org/10.1016/0197-2456(86)90046-2).
 *
 * @param estimates At least two estimates of independent studies.
 */
export function pool(estimates: readonly Estimate[], pooling: Pooling): Pooled {
  const weights = estimates.map(({ variance }) => 1 / variance)
  const mean = weightedMean(estimates, weights)
  const q = sum(estimates.map(({ value }, index) => weights[index]! * (value - mean) ** 2))
  const freedom = estimates.length - 1
  const c = sum(weights) - sum(weights.map((weight) => weight ** 2)) / sum(weights)
  const tauSquared = pooling === 'fixed' ? 0 : Math.max(0, (q - freedom) / c)
  const used = estimates.map(({ variance }) => 1 / (variance + tauSquared))
  return {
    value: weightedMean(estimates, used),
    standardError: Math.sqrt(1 / sum(used)),
    weights: used.map((weight) => weight / sum(used)),
    q,
    iSquared: q > freedom ? (q - freedom) / q : 0,
    tauSquared,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const weightedMean = (estimates: readonly Estimate[], weights: readonly number[]): number =>
  sum(estimates.map(({ value }, index) => value * weights[index]!)) / sum(weights)

/**
 * Gives the value of an effect on the scale on which it is pooled: ratios by their logarithms, correlations by Fisher's
 * transformation (R. A. Fisher, 1921), all others as they are.
 */
export function toScale(kind: EffectKind, value: number): number {
  if (scaleOf(kind).isRatio) return Math.log(value)
  return kind === 'r' ? Math.atanh(value) : value
}

/** Gives back the value of an effect from the scale on which it is pooled. */
export function fromScale(kind: EffectKind, value: number): number {
  if (scaleOf(kind).isRatio) return Math.exp(value)
  return kind === 'r' ? Math.tanh(value) : value
}

/**
 * Gives the estimate that an effect states. The standard error is half the width of the interval, as it is on the scale
 * of pooling, over the quantile of the normal distribution for its level (Cochrane Handbook, 6.3.1). It is undefined
 * where there is no interval, or none of any width.
 */
export function estimateOf({ kind, value, low, high, level = USUAL_LEVEL }: Effect): Estimate | undefined {
  if (kind === undefined || value === undefined || low === undefined || high === undefined) return undefined
  const width = toScale(kind, high) - toScale(kind, low)
  const variance = (width / (2 * halfWidth(level))) ** 2
  return variance > 0 && Number.isFinite(variance) ? { value: toScale(kind, value), variance } : undefined
}
