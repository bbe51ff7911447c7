/** This file lays out a forest plot: where each effect stands on one scale. */
import type { Effect } from '../schema/effect.ts'
import { scaleOf, USUAL_LEVEL, type EffectKind, type Pooling } from '../schema/effect-kinds.ts'
import type { ForestPlot, PlotRow, Plotted, PooledRow } from './finding.ts'
import { halfWidth } from './normal.ts'
import { estimateOf, fromScale, pool, type Pooled } from './pool.ts'

/** A plot has this much room at both ends, in per cent of its width. */
const EDGE = 4
/** With more orders of magnitude than this, a logarithmic scale is labelled at powers of ten only. */
const MANY_DECADES = 2

/**
 * Lays out effects of one kind, measure and unit. With `pooling`, effects that have an interval are put together, where
 * there are two of them and each is of another work. Effects that are out have their place, and count for nothing. The
 * build lays out plots by it, and so do scripts once a reader takes works out.
 */
export function layOutPlot<F extends Plotted>(
  kind: EffectKind,
  findings: readonly F[],
  pooling?: Pooling,
): ForestPlot<F> {
  const together = pooling && pooledOf(kind, findings, pooling)
  const pooled = typeof together === 'object' ? together : undefined
  const { isRatio, noEffect } = scaleOf(kind)
  const ends = [...findings.map(({ effect }) => effect), ...(pooled ? [pooled.effect] : [])]
    .flatMap(({ value, low, high }) => [value, low, high])
    .concat(noEffect)
    .filter((each) => each !== undefined)
  const place = placing(Math.min(...ends), Math.max(...ends), isRatio === true)
  const weights = pooled?.weights ?? statedWeights(findings)
  return {
    kind,
    rows: findings.map((finding, index): PlotRow<F> => {
      const { value, low, high } = finding.effect
      const weight = weights?.[index]
      return {
        finding,
        at: place.of(value),
        ...(low !== undefined && high !== undefined && { from: place.of(low), to: place.of(high) }),
        ...(weight !== undefined && { weight }),
      }
    }),
    ticks: place.ticks.map((value) => ({ value, at: place.of(value) })),
    ...(noEffect !== undefined && { noEffect: place.of(noEffect) }),
    ...(isRatio && { isLogarithmic: true as const }),
    ...(pooling && { pooling }),
    ...(pooled && { pooled: placed(pooled, place) }),
    ...(typeof together === 'string' && { notPooled: together }),
  }
}

type Together = Omit<PooledRow, 'at' | 'from' | 'to'> & { readonly weights: readonly (number | undefined)[] }

function placed({ weights: _, ...row }: Together, { of }: Placing): PooledRow {
  const { value, low, high } = row.effect
  return { ...row, at: of(value!), from: of(low!), to: of(high!) }
}

/** Puts effects together, or says why that would say nothing. */
function pooledOf(
  kind: EffectKind,
  findings: readonly Plotted[],
  by: Pooling,
): Together | NonNullable<ForestPlot['notPooled']> {
  const estimates = findings.map(({ effect, isOut }) => (isOut ? undefined : estimateOf(effect)))
  const used = findings.filter((_, index) => estimates[index] !== undefined)
  if (used.length < 2) return 'intervals'
  const works = used.flatMap((each) => each.works)
  if (new Set(works).size < works.length) return 'works'
  const pooled = pool(
    estimates.filter((each) => each !== undefined),
    by,
  )
  let next = 0
  return {
    by,
    effect: effectOf(kind, pooled, used[0]!.effect.unit),
    count: used.length,
    iSquared: pooled.iSquared,
    tauSquared: pooled.tauSquared,
    weights: estimates.map((each) => (each === undefined ? undefined : pooled.weights[next++]!)),
  }
}

/** Gives what came of pooling as an effect with an interval of 95 per cent, rounded to hundredths of its error. */
function effectOf(kind: EffectKind, { value, standardError }: Pooled, unit: string | undefined): Effect {
  const half = halfWidth(USUAL_LEVEL) * standardError
  const [low, middle, high] = [value - half, value, value + half].map((each) => fromScale(kind, each)) as [
    number,
    number,
    number,
  ]
  const digits = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(high - low))))
  const rounded = (each: number): number => Number(each.toFixed(digits))
  return { kind, value: rounded(middle), low: rounded(low), high: rounded(high), ...(unit !== undefined && { unit }) }
}

/** Gives the shares of the weights that the source states. There are none where any effect that counts lacks one. */
function statedWeights(findings: readonly Plotted[]): readonly (number | undefined)[] | undefined {
  const weights = findings.map(({ effect, isOut }) => (isOut ? 0 : effect.weight))
  const total = weights.reduce<number>((sum, each) => sum + (each ?? NaN), 0)
  return total > 0 ? weights.map((each) => (each ? each / total : undefined)) : undefined
}

/** A `Placing` says where a value is, in per cent of the width, and which values are labelled. */
interface Placing {
  readonly of: (value: number) => number
  readonly ticks: readonly number[]
}

function placing(least: number, most: number, isLogarithmic: boolean): Placing {
  const onScale = isLogarithmic ? Math.log : (value: number): number => value
  const ticks = isLogarithmic ? logarithmicTicks(least, most) : linearTicks(least, most)
  const [from, to] = [Math.min(least, ...ticks), Math.max(most, ...ticks)].map(onScale) as [number, number]
  const width = to - from || 1
  return {
    of: (value) => Math.round(100 * (EDGE + ((100 - 2 * EDGE) * (onScale(value) - from)) / width)) / 100,
    ticks,
  }
}

/** Gives round values from end to end, some four to seven. */
function linearTicks(least: number, most: number): number[] {
  const width = most - least || Math.abs(most) || 1
  const power = 10 ** Math.floor(Math.log10(width / 5))
  const step = power * ([1, 2, 5, 10].find((each) => width / (each * power) <= 6) ?? 10)
  const first = Math.floor(least / step)
  const count = Math.max(1, Math.ceil(most / step) - first)
  // Multiples of a step such as 0.1 have digits that nobody wrote.
  return Array.from({ length: count + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** Gives 1, 2 and 5 times powers of ten from end to end, or the powers only where there are many. */
function logarithmicTicks(least: number, most: number): number[] {
  const [first, last] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))]
  const within = last - first > MANY_DECADES ? [1] : [1, 2, 5]
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((power) =>
    within.map((each) => Number((each * 10 ** power).toPrecision(12))),
  )
  const from = all.findLastIndex((each) => each <= least * (1 + 1e-9))
  const until = all.findIndex((each) => each >= most * (1 - 1e-9))
  const ticks = all.slice(Math.max(0, from), until + 1 || undefined)
  const every = Math.ceil(ticks.length / 7)
  return ticks.filter((_, index) => index % every === 0 || index === ticks.length - 1)
}
