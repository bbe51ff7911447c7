/** This file describes the effects that a study reports: what was measured, and what became of it. */
import { z } from 'zod'
import { mappingOf, type ReportPart } from './mapping.ts'
import { level, number, positive } from './number.ts'
import { oneOf, optional, text } from './text.ts'

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

const KINDS = Object.keys(EFFECT_KINDS) as [EffectKind, ...EffectKind[]]

/** This schema describes what is said of an effect. */
export const effectParts = z.object({
  measure: text.describe('What was measured, where it is another measure than that of the study.'),
  kind: optional(oneOf(KINDS)).describe(
    'What the value is. `d` is a standardised mean difference, `r` a correlation, `percentage` a share of a whole.',
  ),
  value: number.describe('The value, without its unit.'),
  low: number.describe('The lower end of its interval.'),
  high: number.describe('The upper end of its interval.'),
  level: level.describe('The level of the interval in per cent. Without it, 95.'),
  unit: text.describe('The unit of the value, such as ms or kg.'),
  direction: optional(oneOf(DIRECTIONS)).describe(
    'What became of the measure. It may stand without a value, where the source gives none.',
  ),
  comparison: text.describe('What is compared with what: "trained on its own data, against untouched".'),
  weight: positive.describe('The weight that the source itself gives it among others, in any unit.'),
})

/** An `Effect` is an effect that a study reports. */
export type Effect = z.output<typeof effectParts>

/** This schema accepts an effect. */
export const effect = mappingOf(effectParts, checkEffect)

/** Reports the parts of an effect that do not go together. */
function checkEffect(parts: Effect, report: ReportPart): void {
  const { kind, value, low, high, direction } = parts
  if (value === undefined && direction === undefined)
    report('value', 'is missing. Write the value, or at least the direction.', ['value', 'direction', 'kind'])
  if (value !== undefined && kind === undefined)
    report('kind', `is missing. Say what the value is: ${KINDS.join(', ')}.`, ['kind'])
  if (value === undefined && (low ?? high) !== undefined)
    report(low === undefined ? 'high' : 'low', 'has no value that it belongs to. Write the value.', ['value', 'low'])
  else if ((low === undefined) !== (high === undefined))
    report(low === undefined ? 'high' : 'low', 'is one end of an interval. Write the other one too.', ['low', 'high'])
  if (kind === undefined || value === undefined) return
  for (const [part, each] of Object.entries({ value, low, high }))
    if (each !== undefined) checkRange(part, kind, each, report)
  if (low !== undefined && low > value)
    report('low', `is ${low}, which is above the value, ${value}. Mend one of them.`)
  if (high !== undefined && high < value)
    report('high', `is ${high}, which is below the value, ${value}. Mend one of them.`)
  checkDirection(kind, value, direction, report)
}

function checkRange(part: string, kind: EffectKind, value: number, report: ReportPart): void {
  const { least, most, isRatio } = scaleOf(kind)
  if (isRatio ? value > least : value >= least && value <= most) return
  const range = isRatio ? 'greater than 0' : `between ${least} and ${most}`
  report(part, `must be ${range}, because the kind is "${kind}", and it is ${value}.`)
}

function checkDirection(kind: EffectKind, value: number, direction: Direction | undefined, report: ReportPart): void {
  const { noEffect } = scaleOf(kind)
  if (noEffect === undefined || direction === undefined || direction === 'no difference' || value === noEffect) return
  const says = value > noEffect ? 'increase' : 'decrease'
  if (says !== direction)
    report('direction', `is "${direction}", and the value ${value} says ${says}. Mend one of them.`)
}
