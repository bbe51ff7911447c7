/** This file reads numbers with what they count in: their multiple, their unit and their sign. */
import { numeralsIn, type DecimalSign, type Numeral } from './numerals.ts'
import type { Unit } from '../model/figure.ts'
import { multipleOf, unitOf } from './units.ts'

/** A `Quantity` is a number in digits with its multiple and unit. */
export interface Quantity extends Numeral {
  /** This is what a word or letter after the number multiplies it by: 1e6 for `4.5 million`, and otherwise 1. */
  readonly multiple: number
  /** This is undefined where the number has no unit that is known. */
  readonly unit?: Unit | undefined
  /** This is the offset after all that belongs to the number as it is written, a percent sign or a multiple included. */
  readonly writtenEnd: number
  /** This is true where the number has a minus before it. */
  readonly isNegative: boolean
  /** This is true where multiple and unit are those of the end of a range: `0.3` in `0.3 to 150 million`. */
  readonly isShared?: boolean
}

/** Matches the word or sign right after a number, or after a blank or a hyphen. */
const WORD_AFTER =
  /(?<gap>[ \t\u00A0\u2009\u202F]{0,3}|-|~)\\?(?<word>[%‰$€£¥×]|°C|[\p{L}µ]+)(?<cent>[ \u00A0]cents?\b)?/uy
/** Matches what stands between the ends of a range. They may share the multiple and the unit of the second. */
const RANGE = /^(?:\s?[-–−]{1,2}\s?|\s(?:to|and|or|bis|und|oder|à|et|ou|a|y|o)\s)$/
/** Matches a minus that is no range, no hyphen and no mark of a list. */
const MINUS = /(?:^|(?<!\d)[\s(=<>≈~*$|])(?:-|−\s?)(?:\p{Sc}\s?)?$/u
const CURRENCY = /(\p{Sc})\s?$/u

/** Finds every number in digits with what it counts in, in reading order. */
export function quantitiesIn(text: string, decimal: DecimalSign): Quantity[] {
  const found = numeralsIn(text, decimal).map((numeral) => quantityAt(text, numeral))
  return found.map((quantity, at) => {
    const next = found[at + 1]
    const isBare = quantity.multiple === 1 && (quantity.unit === undefined || quantity.unit === next?.unit)
    if (next === undefined || !isBare || !RANGE.test(text.slice(quantity.writtenEnd, next.index))) return quantity
    return { ...quantity, multiple: next.multiple, unit: next.unit ?? quantity.unit, isShared: true }
  })
}

function quantityAt(text: string, numeral: Numeral): Quantity {
  const before = text.slice(Math.max(0, numeral.index - 4), numeral.index)
  const currency = CURRENCY.exec(before)?.[1]
  let { end } = numeral
  let multiple = 1
  let after = wordAt(text, end)
  for (let more; after && (more = multipleIn(after, currency)) !== undefined; after = wordAt(text, end)) {
    multiple *= more
    end = after.end
  }
  const following = unitIn(after)
  const isShare = following?.dimension === 'share'
  // In a formula, a number of per cent is between signs of money.
  const unit = currency === undefined || isShare ? following : unitOf(currency)
  const writtenEnd = isShare ? (after?.end ?? end) : end
  return { ...numeral, multiple, unit, writtenEnd, isNegative: MINUS.test(before) }
}

/** `Following` is a word or sign after a number. */
interface Following {
  readonly gap: string
  readonly word: string
  readonly end: number
}

function wordAt(text: string, at: number): Following | undefined {
  const next = text.charCodeAt(at)
  // Most numbers are followed by a sign or by the end of the text.
  if (Number.isNaN(next) || next === COMMA || next === STOP) return undefined
  WORD_AFTER.lastIndex = at
  const { 0: matched, groups: { gap = '', word = '', cent } = {} } = WORD_AFTER.exec(text) ?? { 0: undefined }
  if (matched === undefined) return undefined
  if (cent !== undefined && /^(?:per|pour|por)$/i.test(word)) return { gap, word: '%', end: at + matched.length }
  if (/^por$/i.test(word) && / ciento\b/.test(text.slice(at, at + 15)))
    return { gap, word: '%', end: text.indexOf('ciento', at) + 6 }
  return { gap, word, end: at + matched.length - (cent?.length ?? 0) }
}

const [COMMA, STOP] = [44, 46]

/** Gives what a word multiplies a number by. A letter does so only right after it: `7B`, but not `7 B cells`. */
function multipleIn({ gap, word }: Following, currency: string | undefined): number | undefined {
  if (currency !== undefined && gap === '' && word === 'm') return 1e6
  return word.length === 1 && gap !== '' ? undefined : multipleOf(word)
}

/** Gives the unit that a word is. A single capital is one only right after the number, because it may begin a name. */
const unitIn = (after: Following | undefined): Unit | undefined =>
  after === undefined || (/^[A-Z]$/.test(after.word) && after.gap !== '') ? undefined : unitOf(after.word)

/** Gives the values that a quantity may have, with its multiple. */
export const valuesOf = ({ value, other, multiple }: Quantity): number[] =>
  other === undefined ? [value * multiple] : [value * multiple, other * multiple]

/** Tells whether two values are the same but for the rounding errors of binary arithmetic. */
export const isSame = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
