/** This file says which kinds of effects there are, and on which scale each is. Scripts use it too, so it has no schema. */

/**
 * An `EffectScale` says which values an effect of a kind can have, and where it says that nothing changed. The values
 * of a ratio are compared by their logarithms.
 */
interface EffectScale {
  /** This is the least value. Where `isRatio` is true, values are greater than it. */
  readonly least: number
  readonly most: number
  readonly isRatio?: true
  /** This is the value that says that nothing changed. It is undefined where none does. */
  readonly noEffect?: number
}

const RATIO: EffectScale = { least: 0, most: Infinity, isRatio: true, noEffect: 1 }
const DIFFERENCE: EffectScale = { least: -Infinity, most: Infinity, noEffect: 0 }

/**
 * These are the kinds of effects. `d` is a standardised mean difference, such as that of Cohen or Hedges, `r` a
 * correlation, and `percentage` a share of a whole, which is no comparison.
 */
export const EFFECT_KINDS = {
  'mean difference': DIFFERENCE,
  d: DIFFERENCE,
  r: { least: -1, most: 1, noEffect: 0 },
  'percentage points': { least: -100, most: 100, noEffect: 0 },
  percentage: { least: 0, most: 100 },
  ratio: RATIO,
  'risk ratio': RATIO,
  'odds ratio': RATIO,
  'hazard ratio': RATIO,
} as const satisfies Readonly<Record<string, EffectScale>>

/** An `EffectKind` says what the value of an effect is. */
export type EffectKind = keyof typeof EFFECT_KINDS

/** Gives the scale of a kind of effects. */
export const scaleOf = (kind: EffectKind): EffectScale => EFFECT_KINDS[kind]

/** These say what became of a measure. */
export const DIRECTIONS = ['increase', 'decrease', 'no difference'] as const
/** A `Direction` says what became of a measure. */
export type Direction = (typeof DIRECTIONS)[number]

/** These are the ways in which effects of several studies are put together. */
export const POOLINGS = ['fixed', 'random'] as const
/** A `Pooling` is the way in which effects are put together. */
export type Pooling = (typeof POOLINGS)[number]

/** The level of an interval in per cent, where none is stated. */
export const USUAL_LEVEL = 95
