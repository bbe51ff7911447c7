/**
 * This file finds numbers that are often the author's own: years, ordinals, numbers in words, shares such as `a third`
 * and factors such as `twofold`. They are compared with evidence only where that makes the same statement.
 */
import type { Unit } from '../model/figure.ts'
import type { LooseFigure, LooseKind } from './loose-figure.ts'
import type { Quantity } from './quantities.ts'
import { numberWordsIn, type NumberWord, type WordScan } from './number-words.ts'
import { sharesIn } from './shares.ts'

/**
 * Finds such numbers.
 *
 * @param quantities The numbers of the text that are written in digits.
 * @param words The numbers of the text that are written in words.
 */
export function looseFiguresIn(
  text: string,
  quantities: readonly Quantity[],
  { numbers: words, hints }: WordScan,
): LooseFigure[] {
  const taken = [
    ...(hints.has('share') || quantities.length > 1 ? sharesIn(text, quantities) : []),
    ...(hints.has('factor') ? factorsIn(text, words) : []),
  ]
  const counts = countsIn(words).filter(
    ({ index, end }) => !taken.some((other) => index < other.end && other.index < end),
  )
  return [...taken, ...counts, ...yearsIn(text, quantities), ...ordinalsIn(text, quantities)]
}

/** Finds such numbers of one kind. */
export function looseFiguresOf(kind: LooseKind, text: string, quantities: readonly Quantity[]): LooseFigure[] {
  switch (kind) {
    case 'year':
      return yearsIn(text, quantities)
    case 'ordinal':
      return ordinalsIn(text, quantities)
    case 'share':
      return sharesIn(text, quantities)
    case 'factor':
      return factorsIn(text, numberWordsIn(text))
    case 'count':
      return countsIn(numberWordsIn(text))
  }
}

const countsIn = (words: readonly NumberWord[]): LooseFigure[] =>
  words.map(({ index, end, value }): LooseFigure => ({ kind: 'count', index, end, value, step: 1 }))

const YEAR = /^(?:1[5-9]|20)\d\d$/
const DECADE = /^[’']?(?:s|er)(?![\p{L}\d])/u

/** Finds years and decades. */
const yearsIn = (text: string, quantities: readonly Quantity[]): LooseFigure[] =>
  quantities.flatMap(({ index, end, value, multiple }) => {
    const isYear = value >= 1500 && value < 2100 && multiple === 1 && YEAR.test(text.slice(index, end))
    if (!isYear || /[\p{L}/’'$€£-]/u.test(text[index - 1] ?? ' ') || /[%\p{N}]/u.test(text[end] ?? ' ')) return []
    const [decade] = DECADE.exec(text.slice(end, end + 4)) ?? []
    if (decade === undefined && /\p{L}/u.test(text[end] ?? ' ')) return []
    return { kind: 'year', index, end: end + (decade?.length ?? 0), value, step: decade === undefined ? 1 : 10 }
  })

/** Finds ordinals in digits. */
const ordinalsIn = (text: string, quantities: readonly Quantity[]): LooseFigure[] =>
  quantities.flatMap(({ index, end, value }) =>
    value < 1000 &&
    /^(?:st|nd|rd|th)(?![\p{L}\d])/u.test(text.slice(end, end + 3)) &&
    !/[\p{L}-]/u.test(text[index - 1] ?? ' ')
      ? { kind: 'ordinal', index, end: end + 2, value, step: 1 }
      : [],
  )

const TIMES: Unit = { dimension: 'times', factor: 1 }
const FACTORS =
  /(?<![\p{L}\p{N}])(?:(?<twice>[Tt]wice|[Dd]oubl(?:e|ed|ing)|[Dd]oppelt|[Vv]erdoppelt\p{L}*)|(?<thrice>[Tt]hrice|[Tt]ripl(?:e|ed|ing)|[Vv]erdreifacht\p{L}*)|(?<spelled>\p{L}+?)(?:-?(?:fold|fach|mal)|[\s-]+(?:times|mal|fois|veces)))(?![\p{L}\p{N}])/gu

/** Finds factors in words: `threefold`, `twice`, `four times`. */
function factorsIn(text: string, words: readonly NumberWord[]): LooseFigure[] {
  return [...text.matchAll(FACTORS)].flatMap(({ 0: { length }, index, groups = {} }) => {
    const { twice, thrice, spelled = '' } = groups
    const inWords = words.find((number) => number.index === index)?.value ?? numberWordsIn(spelled)[0]?.value
    const value = twice !== undefined ? 2 : thrice !== undefined ? 3 : inWords
    return value === undefined
      ? []
      : { kind: 'factor' as const, index, end: index + length, value, step: 1, unit: TIMES }
  })
}
