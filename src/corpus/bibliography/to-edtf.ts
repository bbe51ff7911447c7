/**
 * This file writes dates of CSL as text in the Extended Date/Time Format (https://www.loc.gov/standards/datetime/), in
 * which BibLaTeX takes dates, and ISO 8601 before it.
 */
import type { CslDate } from '../model/csl.ts'

type Parts = readonly (number | string)[]

/**
 * Gives a date or a range of dates. A month from 21 to 24 is a season, `~` marks a date as about right, and `..` is the
 * end of a range that is open. It is undefined where the date is words or nothing.
 *
 * @example
 * edtfOf({ 'date-parts': [[2019, 5, 1], [2019, 6]] }) // '2019-05-01/2019-06'
 * edtfOf({ 'date-parts': [[-44]], circa: true }) // '-0043~'
 */
export function edtfOf(date: CslDate | undefined): string | undefined {
  const [first, ...others] = date?.['date-parts'] ?? []
  if (date === undefined || first === undefined) return EDTF.exec(date?.raw?.trim() ?? '')?.[0] || undefined
  const sign = date.circa ? '~' : ''
  const season = others.length === 0 && first.length === 1 ? seasonOf(date.season) : undefined
  const ends = [season === undefined ? first : [...first, season], ...others.slice(0, 1)].map(isoOf)
  if (ends.every((end) => end === undefined)) return undefined
  return ends.map((end) => (end === undefined ? '..' : end + sign)).join('/')
}

/** Matches a text that is a date or a range in this format already, such as `199X` or `2019-05/..`. */
const EDTF = /^(?:\.\.|-?[\dX]{4}(?:-\d\d){0,2}[~?%]?)?(?:\/(?:\.\.|-?[\dX]{4}(?:-\d\d){0,2}[~?%]?)?)?$/

/**
 * Writes year, month and day. CSL has no year 0, and its year -1 is the year before the year 1. Here that is the year 0.
 * Some programs end an open range with the year 0.
 */
function isoOf(parts: Parts): string | undefined {
  const [year, month, day] = parts.map(Number)
  if (year === undefined || year === 0 || !Number.isInteger(year)) return undefined
  const counted = year < 0 ? year + 1 : year
  const digits = String(Math.abs(counted)).padStart(4, '0')
  const written = `${digits.length > 4 ? 'Y' : ''}${counted < 0 ? '-' : ''}${digits}`
  const [inYear, inMonth] = [twoDigits(monthOrSeason(month), 24), twoDigits(day, 31)]
  return [written, inYear, inYear === undefined ? undefined : inMonth].filter((part) => part !== undefined).join('-')
}

const twoDigits = (part: number | undefined, most: number): string | undefined =>
  part !== undefined && Number.isInteger(part) && part >= 1 && part <= most ? String(part).padStart(2, '0') : undefined

/** Gives a month. Some programs number the seasons from 13, after the months. */
const monthOrSeason = (month: number | undefined): number | undefined =>
  month !== undefined && month > 12 && month < 17 ? month + 8 : month

const SEASONS = ['spring', 'summer', 'autumn', 'winter']

/** Gives the number of a season in this format. CSL numbers seasons from 1, and lets them be words. */
function seasonOf(season: unknown): number | undefined {
  if (typeof season !== 'string' && typeof season !== 'number') return undefined
  const word = String(season).toLowerCase().replace('fall', 'autumn')
  const number = SEASONS.includes(word) ? SEASONS.indexOf(word) + 1 : Number(word || NaN)
  return number >= 1 && number <= 4 ? number + 20 : undefined
}
