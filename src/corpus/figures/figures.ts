/**
 * This file finds the figures of a text: the numbers that were counted or measured, and not those that are part of a
 * name, a date or a page number.
 */
import type { Figure, FigureKind } from '../model/figure.ts'
import { looseFiguresIn } from './loose-figures.ts'
import { isNoFigure, type Placed } from './not-figures.ts'
import { decimalOf } from './numerals.ts'
import { quantitiesIn, type Quantity } from './quantities.ts'
import { isNumberIn, scanWords, type WordScan } from './number-words.ts'
import { approximationOf, around, nearWords, wordAfter } from './surroundings.ts'

/** A `FoundFigure` is a figure with its offset in the text, in UTF-16 code units. */
export type FoundFigure = Omit<Figure, 'point'> & { readonly index: number }

/**
 * Finds every figure of a text, in reading order.
 *
 * @param language The language of the text as a BCP 47 tag.
 * @param words What `scanWords` says of the text, where that was asked already.
 *
 * @example
 * figuresIn('On AIME24, 63.3% of 30 answers', 'en').map(({ written }) => written) // ['63.3%', '30']
 */
export function figuresIn(text: string, language: string, words: WordScan = scanWords(text)): FoundFigure[] {
  const quantities = quantitiesIn(text, decimalOf(language))
  return [...measuredIn(text, quantities), ...looseIn(text, language, quantities, words)].sort(
    (a, b) => a.index - b.index,
  )
}

/** Tells whether something counted or measured is in a text, in digits. */
export const hasMeasured = (text: string): boolean => measuredIn(text, quantitiesIn(text, '.')).length > 0

/** Finds the numbers in digits that were counted or measured. */
function measuredIn(text: string, quantities: readonly Quantity[]): FoundFigure[] {
  return quantities.flatMap((quantity) => {
    const { index, end, writtenEnd, value, multiple, step, unit, isNegative } = quantity
    const placed: Placed = { quantity, digits: text.slice(index, end), ...around(text, index, end) }
    if (isNoFigure(placed) || isSupposed(text, index)) return []
    const read = { value: value * multiple, step: step * multiple, unit, isNegative }
    return [{ ...read, ...described(text, 'measured', index, writtenEnd) }]
  })
}

/** Finds the numbers that are only compared with evidence that makes the same statement. */
const looseIn = (text: string, language: string, quantities: readonly Quantity[], words: WordScan): FoundFigure[] =>
  looseFiguresIn(text, quantities, words)
    .filter(({ kind, index, end }) => kind !== 'count' || isNumberIn(language, text.slice(index, end)))
    .filter(({ index }) => !isSupposed(text, index))
    .map(({ kind, index, end, value, step, unit }) => ({
      ...{ value, step, unit, isNegative: false },
      ...described(text, kind, index, end),
    }))

/** Says what is written at a place, and what around it. */
function described(text: string, kind: FigureKind, index: number, end: number) {
  const surroundings = around(text, index, end)
  return {
    kind,
    index,
    written: text.slice(index, end).replace(/\s+/g, ' '),
    approximation: approximationOf(surroundings),
    near: nearWords(surroundings),
    next: wordAfter(surroundings),
  }
}

/** Matches words by which a sentence asks its reader to suppose something. What it counts is made up. */
const SUPPOSED =
  /(?<!\p{L})(?:suppose|supposing|imagine|let us|let’s|let's|consider (?:an?|the case|two|three)|assum(?:e|ing) (?:an?|that|for)|if we|hypothetical(?:ly)?|say,|angenommen|stell(?:en)? (?:dir|sie sich)|nehmen wir an|supposons|imaginons|supongamos|imaginemos)(?!\p{L})[^.?!]*$/iu
/** Matches nearly wherever `SUPPOSED` does, and is faster. */
const MAY_SUPPOSE = /uppos|magin|[Ll]et.s|[Ll]et us|onsider|ssum|[Ii]f we|ypothe|[Ss]ay,|ngenommen|tell|nehmen|supong/

/** Tells whether a number is in a sentence that supposes something. */
const isSupposed = (text: string, index: number): boolean => {
  const before = text.slice(Math.max(0, index - 200), index)
  return MAY_SUPPOSE.test(before) && SUPPOSED.test(before)
}
