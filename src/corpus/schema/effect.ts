/** This file describes the effects that a study reports: what was measured, and what became of it. */
import { z } from 'zod'
import { DIRECTIONS, EFFECT_KINDS, scaleOf, type Direction, type EffectKind } from './effect-kinds.ts'
import { mappingOf, type ReportPart } from './mapping.ts'
import { level, number, positive } from './number.ts'
import { oneOf, optional, text } from './text.ts'

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
