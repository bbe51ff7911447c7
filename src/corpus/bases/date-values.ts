/** This file reads dates of the language and writes them in the forms of Moment. */
import { dateIn } from '../language.ts'
import { DAY } from './durations.ts'
import { instant, type Instant } from './values.ts'

const DATE =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * Reads a date as frontmatter and the function `date` have it. It is undefined where the text is none, and where there
 * is no such day. A zone is not counted, because a time is that of the clock on the wall.
 *
 * @example
 * readInstant('2025-01-01 12:30')?.hasTime // true
 * readInstant('January') // undefined
 */
export function readInstant(text: string): Instant | undefined {
  const [whole, year, month, day, hour, minute, second, part] = DATE.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const found = new Date(date)
  const isThere = found.getUTCDate() === Number(day) && found.getUTCMonth() === Number(month) - 1
  if (!isThere || found.getUTCFullYear() !== Number(year)) return undefined
  const [hours, minutes, seconds] = [hour, minute, second].map((each) => Number(each ?? 0)) as [number, number, number]
  if (hours > 24 || minutes > 59 || seconds > 59) return undefined
  const clock = ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((part ?? '').padEnd(3, '0'))
  return instant(date + clock, hour !== undefined)
}

const two = (number: number): string => String(number).padStart(2, '0')

/**
 * Writes a date as text: `2025-01-01`, or `2025-01-01 12:30:00` where it has a time.
 *
 * @example
 * instantText({ type: 'date', time: 0, hasTime: false }) // '1970-01-01'
 */
export function instantText({ time, hasTime }: Instant): string {
  const text = isoOf(time)
  return hasTime ? `${text.slice(0, 10)} ${text.slice(11, 19)}` : text.slice(0, 10)
}

/** Gives a time in the form of ISO 8601. A time that no calendar has is the first day of 1970. */
const isoOf = (time: number): string => {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00.000Z' : date.toISOString()
}

/** Writes out a date for readers, in a language, with hours and minutes where it has a time. */
export function readableInstant(language: string, { time, hasTime }: Instant): string {
  const iso = isoOf(time)
  const day = dateIn(language, iso.slice(0, 10), 'day')
  return hasTime ? `${day}, ${iso.slice(11, 16)}` : day
}

/** Matches the parts of a format: words in square brackets, and signs that stand for a part of the date. */
const FORMAT =
  /\[([^\]]*)\]|YYYY|YY|Y|y+|Qo|Q|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|do|d|E|e|GGGG|GG|gggg|gg|WW|Wo|W|ww|wo|w|HH|H|hh|h|kk|k|mm|m|ss|s|SSS|SS|S|A|a|ZZ|Z|X|x|LLLL|LLL|LL|LTS|LT|L|llll|lll|ll|l/g

/**
 * Writes a date in a form of Moment (https://momentjs.com/docs/#/displaying/format/), with the names of months and days
 * in a language.
 *
 * @example
 * formatInstant('en', readInstant('2025-05-27')!, 'dddd, MMMM Do YYYY') // 'Tuesday, May 27th 2025'
 */
export function formatInstant(language: string, date: Instant, format: string): string {
  return format.replace(FORMAT, (sign, words: string | undefined) => words ?? part(language, date, sign))
}

function part(language: string, { time }: Instant, sign: string): string {
  const date = new Date(time)
  const [year, month, day, weekday] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCDay()]
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
  const ordinal = (number: number): string => (language.startsWith('en') ? `${number}${ending(number)}` : `${number}.`)
  const word = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date)
  const clock = `${two(hour)}:${two(minute)}`
  const week = weekOf(time)
  const parts: Readonly<Record<string, (() => string) | undefined>> = {
    YYYY: () => String(year).padStart(4, '0'),
    YY: () => two(year % 100),
    Y: () => String(year),
    Q: () => String(Math.floor(month / 3) + 1),
    Qo: () => ordinal(Math.floor(month / 3) + 1),
    MMMM: () => word({ month: 'long' }),
    MMM: () => word({ month: 'short' }),
    MM: () => two(month + 1),
    Mo: () => ordinal(month + 1),
    M: () => String(month + 1),
    DDDD: () => String(dayOfYear(time)).padStart(3, '0'),
    DDD: () => String(dayOfYear(time)),
    DD: () => two(day),
    Do: () => ordinal(day),
    D: () => String(day),
    dddd: () => word({ weekday: 'long' }),
    ddd: () => word({ weekday: 'short' }),
    dd: () => word({ weekday: 'short' }).slice(0, 2),
    do: () => ordinal(weekday),
    d: () => String(weekday),
    e: () => String(weekday),
    E: () => String(weekday === 0 ? 7 : weekday),
    GGGG: () => String(week.year),
    gggg: () => String(week.year),
    GG: () => two(week.year % 100),
    gg: () => two(week.year % 100),
    WW: () => two(week.week),
    ww: () => two(week.week),
    W: () => String(week.week),
    w: () => String(week.week),
    Wo: () => ordinal(week.week),
    wo: () => ordinal(week.week),
    HH: () => two(hour),
    H: () => String(hour),
    hh: () => two(hour % 12 || 12),
    h: () => String(hour % 12 || 12),
    kk: () => two(hour || 24),
    k: () => String(hour || 24),
    mm: () => two(minute),
    m: () => String(minute),
    ss: () => two(second),
    s: () => String(second),
    SSS: () => String(date.getUTCMilliseconds()).padStart(3, '0'),
    SS: () => String(date.getUTCMilliseconds()).padStart(3, '0').slice(0, 2),
    S: () => String(date.getUTCMilliseconds()).padStart(3, '0').slice(0, 1),
    A: () => (hour < 12 ? 'AM' : 'PM'),
    a: () => (hour < 12 ? 'am' : 'pm'),
    Z: () => '+00:00',
    ZZ: () => '+0000',
    X: () => String(Math.floor(time / 1000)),
    x: () => String(time),
    LT: () => clock,
    LTS: () => `${clock}:${two(second)}`,
    L: () => word({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    l: () => word({ year: 'numeric', month: 'numeric', day: 'numeric' }),
    LL: () => word({ dateStyle: 'long' }),
    ll: () => word({ dateStyle: 'medium' }),
    LLL: () => `${word({ dateStyle: 'long' })} ${clock}`,
    lll: () => `${word({ dateStyle: 'medium' })} ${clock}`,
    LLLL: () => `${word({ dateStyle: 'full' })} ${clock}`,
    llll: () => `${word({ dateStyle: 'medium' })} ${clock}`,
  }
  // Years of eras are those of the calendar, as far as notes go.
  return parts[sign.replace(/^y+$/, 'Y')]?.() ?? sign
}

function ending(number: number): string {
  const [tens, ones] = [number % 100, number % 10]
  if (tens > 10 && tens < 14) return 'th'
  return ['th', 'st', 'nd', 'rd'][ones] ?? 'th'
}

const dayOfYear = (time: number): number =>
  Math.floor((time - Date.UTC(new Date(time).getUTCFullYear(), 0, 1)) / DAY) + 1

/** Gives the week of ISO 8601, which begins on Monday. The first week of a year is the one with its first Thursday. */
function weekOf(time: number): { year: number; week: number } {
  const weekday = new Date(time).getUTCDay() || 7
  const thursday = time + (4 - weekday) * DAY
  return { year: new Date(thursday).getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) }
}

/** These are the units in which the distance of two dates is told, longest first, and their lengths in days. */
const DISTANCES: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365],
  ['month', 30],
  ['day', 1],
  ['hour', 1 / 24],
  ['minute', 1 / 1440],
]

/**
 * Tells how far a date is from another one, in a language.
 *
 * @example
 * relativeInstant('en', readInstant('2025-01-01')!, readInstant('2025-01-04')!) // '3 days ago'
 */
export function relativeInstant(language: string, date: Instant, now: Instant): string {
  const days = (date.time - now.time) / DAY
  const format = new Intl.RelativeTimeFormat(language, { numeric: date.hasTime ? 'always' : 'auto' })
  const units = DISTANCES.slice(0, date.hasTime ? undefined : 3)
  const [unit, length] = units.find(([, size]) => Math.abs(days) >= size) ?? units.at(-1)!
  return format.format(Math.round(days / length), unit)
}
