/** This file reads durations and adds them to dates. */
import { instant, type Duration, type Instant } from './values.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** This is the length of a day in milliseconds. */
export const DAY = 24 * HOUR

/** These are the milliseconds of the units whose length is always the same, and the months of the others. */
const UNITS: Readonly<Record<string, Omit<Duration, 'type'>>> = {
  second: { months: 0, milliseconds: SECOND },
  minute: { months: 0, milliseconds: MINUTE },
  hour: { months: 0, milliseconds: HOUR },
  day: { months: 0, milliseconds: DAY },
  week: { months: 0, milliseconds: 7 * DAY },
  month: { months: 1, milliseconds: 0 },
  year: { months: 12, milliseconds: 0 },
}
/** These are the short names of units. Only `M` and `m` differ by their case. */
const SHORT: Readonly<Record<string, string>> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  y: 'year',
}

const PART = /\s*([+-]?\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*,?/y

/**
 * Reads a duration. It is undefined where the text is none.
 *
 * @example
 * readDuration('1M') // { type: 'duration', months: 1, milliseconds: 0 }
 * readDuration('2 hours 30m') // { type: 'duration', months: 0, milliseconds: 9000000 }
 */
export function readDuration(text: string): Duration | undefined {
  let [months, milliseconds, end] = [0, 0, 0]
  while (end < text.length) {
    PART.lastIndex = end
    const [whole, amount = '', name = ''] = PART.exec(text) ?? []
    const unit = whole === undefined ? undefined : unitNamed(name)
    if (whole === undefined || unit === undefined) return undefined
    months += Number(amount) * unit.months
    milliseconds += Number(amount) * unit.milliseconds
    end += whole.length
  }
  return text.trim() === '' ? undefined : { type: 'duration', months, milliseconds }
}

function unitNamed(name: string): Omit<Duration, 'type'> | undefined {
  const word = Object.hasOwn(SHORT, name) ? SHORT[name]! : name.toLowerCase().replace(/(?<=..)s$/, '')
  return Object.hasOwn(UNITS, word) ? UNITS[word] : undefined
}

/**
 * Adds a duration to a date. The last day of a longer month becomes that of a shorter one.
 *
 * @param sign This is -1 where the duration is taken away.
 */
export function addDuration(date: Instant, { months, milliseconds }: Duration, sign: 1 | -1 = 1): Instant {
  const whole = Math.trunc(months)
  const part = (months - whole) * 30 * DAY + milliseconds
  const moved = new Date(date.time)
  const day = moved.getUTCDate()
  if (whole !== 0) {
    moved.setUTCDate(1)
    moved.setUTCMonth(moved.getUTCMonth() + sign * whole)
    const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
    moved.setUTCDate(Math.min(day, last))
  }
  const time = moved.getTime() + sign * part
  return instant(time, date.hasTime || time % DAY !== 0)
}

/** Gives a duration in milliseconds. A month counts as thirty days and a year as 365. */
export const lengthOf = ({ months, milliseconds }: Duration): number =>
  Math.trunc(months / 12) * 365 * DAY + (months % 12) * 30 * DAY + milliseconds

/**
 * These are the lengths of units in milliseconds, by the names of fields. The difference of two dates is a number of
 * milliseconds, and `(end - start).days` gives it in days.
 */
export const FIELDS_OF_LENGTH: Readonly<Record<string, number>> = {
  milliseconds: 1,
  seconds: SECOND,
  minutes: MINUTE,
  hours: HOUR,
  days: DAY,
  weeks: 7 * DAY,
  months: 30.436875 * DAY,
  years: 365.2425 * DAY,
}
