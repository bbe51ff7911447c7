/** This file writes effects, samples and designs in the words of the interface. */
import type { Study } from '../model/study.ts'
import type { Effect } from '../schema/effect.ts'
import { USUAL_LEVEL } from '../schema/effect-kinds.ts'
import type { Words } from '../words/words.ts'

/** `FindingWords` are the words for effects and samples. A script has them too, made of what its page hands over. */
export type FindingWords = Pick<Words, 'decimal' | 'number' | 'count'> & {
  readonly study: Pick<
    Words['study'],
    'values' | 'directions' | 'interval' | 'between' | 'bracketed' | 'effects' | 'sample'
  >
}

/**
 * Writes an effect as pages show it, with its interval.
 *
 * @example
 * effectInWords(wordsFor('en'), { kind: 'd', value: -0.5, low: -1, high: 0 }) // 'd −0.5 (95% CI −1 to 0)'
 */
export function effectInWords(words: FindingWords, effect: Effect): string {
  const { kind, value, direction, unit } = effect
  const { study } = words
  if (kind === undefined || value === undefined) return direction === undefined ? '' : study.directions[direction]
  const shown = study.values[kind](withUnit(words.decimal(value), unit))
  const interval = intervalInWords(words, effect)
  return interval === undefined ? shown : study.bracketed(shown, interval)
}

/** Writes an effect after what it compares, where that is stated. */
export const comparedInWords = (words: Words, effect: Effect): string =>
  effect.comparison === undefined
    ? effectInWords(words, effect)
    : words.frame.colon(effect.comparison, effectInWords(words, effect))

/** Writes the interval of an effect. It is undefined where there is none. */
export function intervalInWords(words: FindingWords, { low, high, level = USUAL_LEVEL }: Effect): string | undefined {
  if (low === undefined || high === undefined) return undefined
  return words.study.interval(words.decimal(level), words.decimal(low), words.decimal(high))
}

const withUnit = (value: string, unit: string | undefined): string => (unit === undefined ? value : `${value} ${unit}`)

/** Writes the size of a sample, with what it counts where that is stated. It is undefined where no size is stated. */
export function sampleInWords(words: FindingWords, { n, counted }: Pick<Study, 'n' | 'counted'>): string | undefined {
  if (n === undefined) return undefined
  return counted === undefined ? words.study.sample(words.number(n)) : `${words.number(n)} ${counted}`
}

/**
 * Writes all effects of an outcome in short: each kind with its value, or with the least and the greatest of several and
 * their number.
 */
export function effectsInWords(words: FindingWords, effects: readonly Effect[]): string[] {
  const valued = effects.filter(({ kind, value }) => kind !== undefined && value !== undefined)
  const groups = [...Map.groupBy(valued, ({ kind, unit }) => `${kind} ${unit ?? ''}`).values()]
  const directions = effects.flatMap(({ value, direction }) => (value === undefined && direction ? [direction] : []))
  return [
    ...groups.map((group) => (group.length === 1 ? effectInWords(words, group[0]!) : rangeInWords(words, group))),
    ...[...new Set(directions)].map((direction) => words.study.directions[direction]),
  ]
}

function rangeInWords(words: FindingWords, group: readonly Effect[]): string {
  const values = group.map(({ value }) => value!)
  const { kind, unit } = group[0]!
  const [least, most] = [Math.min(...values), Math.max(...values)].map(words.decimal) as [string, string]
  const range = least === most ? least : words.study.between(least, most)
  return words.study.bracketed(
    words.study.values[kind!](withUnit(range, unit)),
    words.count(words.study.effects, group.length),
  )
}
