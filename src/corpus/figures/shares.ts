/** This file finds shares that are ratios or in words: `two thirds`, `one in 5`, `12 of 40`, `1/2`. */
import type { Unit } from '../model/figure.ts'
import type { LooseFigure } from './loose-figure.ts'
import type { Quantity } from './quantities.ts'
import { numberWordsIn } from './number-words.ts'

const SHARE: Unit = { dimension: 'share', factor: 1 }

/** Finds shares in words and ratios. A share is a number above 0, and at most 1. */
export const sharesIn = (text: string, quantities: readonly Quantity[]): LooseFigure[] =>
  [...partsIn(text), ...onesIn(text), ...ratiosIn(text, quantities)]
    .filter(({ value }) => value > 0 && value <= 1)
    .map((found) => ({ kind: 'share', step: 0, unit: SHARE, ...found }))

/** A `Share` is a share with its offsets in the text. */
interface Share {
  readonly index: number
  readonly end: number
  readonly value: number
}

/** These words are parts of a whole, by the number of parts. */
const PARTS = new Map<string, number>(
  (
    [
      [2, 'half halves hälfte moitié mitad'],
      [3, 'third thirds drittel tiers tercio tercios'],
      [4, 'quarter quarters viertel quart quarts cuarto cuartos'],
      [5, 'fifth fifths fünftel cinquième quinto quintos'],
      [10, 'tenth tenths zehntel dixième décimo'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, value])),
)
const MANY = 'an?|one|two|three|four|five|nine|ein|eine|zwei|drei|vier|une?|deux|trois|dos|tres|un'
const PART = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<half>half|hälfte|moitié|mitad)|(?<many>${MANY})[\s-]+(?<part>${[...PARTS.keys()].join('|')}))(?![\p{L}\p{N}]|[\s-]+(?:hours?|years?|century|centuries|dozen|million|time|life|world|party|person|quarter)(?!\p{L}))`,
  'giu',
)
/** One of these is in every text that such a word is in. It has no flags, because it is run over every essay. */
const MAY_BE_PART =
  /hal[fv]|third|quarter|[ft][ei][fn]th|älfte|rittel|iertel|ünftel|ehntel|oitié|itad|tiers|terci|quart|cuarto|cinqui|quinto|dixi|décimo/

function partsIn(text: string): Share[] {
  if (!MAY_BE_PART.test(text)) return []
  return [...text.matchAll(PART)].map(({ 0: { length }, index, groups = {} }) => {
    const { half, many = '', part = '' } = groups
    const parts = (numberWordsIn(many)[0]?.value ?? 1) / (PARTS.get(part.toLowerCase()) ?? NaN)
    return { index, end: index + length, value: half === undefined ? parts : 1 / 2 }
  })
}

/** Matches wherever the next one does. It has no flags, because it is run over every essay. */
const MAY_BE_ONE = /[ne1] (?:in|out of|sur) |in(?:er)? von |n[oa] de cada /
const ONE_IN =
  /(?<![\p{L}\p{N}.])(?:one|1|eine?r?|une?|uno?|una)\s+(?:in|out of|von|sur|de cada)\s+(?<whole>\p{L}+|\d+)/giu

/** Finds `one in 5` and `one in five`. */
function onesIn(text: string): Share[] {
  if (!MAY_BE_ONE.test(text)) return []
  return [...text.matchAll(ONE_IN)].map(({ 0: { length }, index, groups: { whole = '' } = {} }) => ({
    ...{ index, end: index + length },
    value: 1 / (Number(whole) || (numberWordsIn(whole)[0]?.value ?? NaN)),
  }))
}

const BETWEEN = /^\s?(?:\/|of|out of|von|sur|de)\s?(?:the |den |les |los )?$/

/** Finds `12 of 40` and `1/2`. */
export const ratiosIn = (text: string, quantities: readonly Quantity[]): Share[] =>
  quantities.flatMap(({ index, end, value }, at) => {
    const next = quantities[at + 1]
    if (next === undefined || next.index - end > 12 || !BETWEEN.test(text.slice(end, next.index))) return []
    return { index, end: next.end, value: value / next.value }
  })
