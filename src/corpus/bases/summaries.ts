/** This file has the summaries of columns that every base can use. */
import { areEqual } from './compare-values.ts'
import { instant, is, isEmptyValue, type Value } from './values.ts'

type Summary = (values: readonly Value[]) => Value

const numbersOf = (values: readonly Value[]): number[] =>
  values.filter((value): value is number => typeof value === 'number' && !Number.isNaN(value))
const timesOf = (values: readonly Value[]): number[] =>
  values.flatMap((value) => (is(value, 'date') ? [value.time] : []))

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b))
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b))
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length

const ofNumbers =
  (summary: (numbers: readonly number[]) => number): Summary =>
  (values) => {
    const numbers = numbersOf(values)
    return numbers.length === 0 ? null : summary(numbers)
  }

const ofDates =
  (summary: (times: readonly number[]) => number): Summary =>
  (values) => {
    const times = timesOf(values)
    if (times.length === 0) return null
    const time = summary(times)
    return instant(
      time,
      values.some((value) => is(value, 'date') && value.time === time && value.hasTime),
    )
  }

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Gives the standard deviation of numbers that are all there are. */
function deviation(numbers: readonly number[]): number {
  const average = mean(numbers)
  return Math.sqrt(mean(numbers.map((number) => (number - average) ** 2)))
}

function distinctCount(values: readonly Value[]): number {
  const found: Value[] = []
  const texts = new Set<string>()
  for (const value of values) {
    if (isEmptyValue(value)) continue
    if (typeof value === 'string' || typeof value === 'number') texts.add(`${typeof value} ${value}`)
    else if (found.length < 1000 && !found.some((each) => areEqual(each, value))) found.push(value)
  }
  return texts.size + found.length
}

const RANGE: Summary = (values) => {
  const [numbers, times] = [numbersOf(values), timesOf(values)]
  if (numbers.length > 0) return most(numbers) - least(numbers)
  return times.length === 0 ? null : { type: 'duration', months: 0, milliseconds: most(times) - least(times) }
}

/** These are the summaries by their names, in small letters. */
export const SUMMARIES: ReadonlyMap<string, Summary> = new Map<string, Summary>([
  ['average', ofNumbers(mean)],
  ['min', ofNumbers(least)],
  ['max', ofNumbers(most)],
  ['sum', ofNumbers(sum)],
  ['range', RANGE],
  ['median', ofNumbers(median)],
  ['stddev', ofNumbers(deviation)],
  ['earliest', ofDates(least)],
  ['latest', ofDates(most)],
  ['checked', (values) => values.filter((value) => value === true).length],
  ['unchecked', (values) => values.filter((value) => value === false).length],
  ['empty', (values) => values.filter(isEmptyValue).length],
  ['filled', (values) => values.filter((value) => !isEmptyValue(value)).length],
  ['unique', distinctCount],
])
