/**
 * This file reads dates of the Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1, and the parts of level 2 that
 * bibliographies use), in which BibLaTeX and Zotero write dates.
 */
import type { CslDate } from '../model/csl.ts'

/** A `Moment` is year, month and day, as far as they are known. Years before our era are negative, and none is zero. */
type Moment = readonly number[]

/** This stands for an end that is open or unknown. Citation processors read a year of zero as one. */
const OPEN: Moment = [0]

/**
 * Reads a date or a span of dates. It is undefined where the text is none.
 *
 * @param language The language in which a decade is named, as a BCP 47 tag.
 *
 * @example
 * readEdtf('2019-05-01/2019-06') // { 'date-parts': [[2019, 5, 1], [2019, 6]] }
 * readEdtf('1723~') // { 'date-parts': [[1723]], circa: true }
 * readEdtf('199X') // { literal: '1990s' }
 * readEdtf('19XX') // { 'date-parts': [[1900], [1999]] }
 * readEdtf('2019-22') // { 'date-parts': [[2019]], season: 2 }
 * readEdtf('-0044') // { 'date-parts': [[-45]] }, because the year before the year 1 is 0
 */
export function readEdtf(written: string, language = 'en'): CslDate | undefined {
  const text = written.trim()
  const [first = '', second, ...more] = text.split('/')
  if (more.length > 0 || text === '') return undefined
  if (second === undefined) return isOpen(first) ? undefined : (decade(first, language) ?? single(first))
  return span(first.trim(), second.trim())
}

/** How languages name a decade. In others it is the span of its years. */
const DECADES: Readonly<Record<string, (year: string) => string>> = {
  en: (year) => `${year}s`,
  de: (year) => `${year}er`,
  fr: (year) => `années ${year}`,
  es: (year) => `década de ${year}`,
}

/** CSL has no decade, so it is a date in words. */
function decade(text: string, language: string): CslDate | undefined {
  const [, years, qualification] = /^(\d{3})[xu]([?~%]?)$/i.exec(text) ?? []
  const name = DECADES[language.slice(0, 2)]
  if (years === undefined || name === undefined) return undefined
  return { literal: `${qualification === '' ? '' : 'ca. '}${name(`${years}0`)}` }
}

function span(first: string, second: string): CslDate | undefined {
  const [start, end] = [first, second].map((each) => (isOpen(each) ? undefined : single(each)))
  if (start === undefined && end === undefined) return undefined
  if (start === undefined) return isOpen(first) ? before(end!) : undefined
  if (end === undefined && !isOpen(second)) return undefined
  const [from, to] = [inMonths(start)[0]!, end === undefined ? OPEN : inMonths(end).at(-1)!]
  return { 'date-parts': [from, to], ...((start.circa || end?.circa) && { circa: true }) }
}

/** No processor can write a span without a beginning, so it is a date in words. */
const before = (end: CslDate): CslDate => ({ literal: `–${yearInWords(inMonths(end).at(-1)![0]!)}` })

const isOpen = (text: string): boolean => /^(?:|\.\.|open|unknown|\*)$/.test(text)

/** Gives the parts of a date, in which a season stands where the month would: as 21 to 24, as the format writes it. */
const inMonths = ({ 'date-parts': parts = [], season }: CslDate): Moment[] =>
  parts.map((part) => [...part.map(Number), ...(typeof season === 'number' ? [season + 20] : [])])

/** Matches a date without its qualifications. Months from 21 are seasons, those of the south from 29. */
const DATE = /^(?:y(-?\d{5,})|([-+]?\d{4})(?:-(\d\d)(?:-(\d\d))?)?)(?:T[\d:.]+(?:Z|[-+][\d:]+)?)?$/i
/** Matches a year, or a month of a year, of which a part is not told. */
const UNSPECIFIED = /^(-?\d{2,3})([xu]{1,2})$|^(-?\d{4})(?:-(\d\d))?(?:-[xu]{2}){1,2}$/i

function single(written: string): CslDate | undefined {
  const text = written.replace(/[?~%]/g, '')
  const circa = text === written ? {} : { circa: true }
  const unspecified = UNSPECIFIED.exec(text)
  if (unspecified !== null) return { ...partly(unspecified), ...circa }
  const [, long, year, month = '0', day] = DATE.exec(text) ?? []
  if (long === undefined && year === undefined) return undefined
  const moment = [historicYear(Number(long ?? year))]
  if (Number(month) >= 21 && Number(month) <= 32) return { 'date-parts': [moment], season: seasonOf(month), ...circa }
  if (Number(month) > 12 || Number(day ?? 1) > 31) return undefined
  if (Number(month) > 0) moment.push(Number(month), ...(Number(day ?? 0) > 0 ? [Number(day)] : []))
  return { 'date-parts': [moment], ...circa }
}

const seasonOf = (month: string): number => ((Number(month) - 21) % 4) + 1

/** Gives a decade or a century as the span that it is. A year or a month of which a part is not told is as exact as that. */
function partly([, head, unknown = '', year, month]: RegExpExecArray): CslDate {
  if (head === undefined) return single([year, month].filter(Boolean).join('-')) ?? {}
  const years = ['0', '9'].map((digit) => historicYear(Number(`${head}${digit.repeat(unknown.length)}`)))
  return { 'date-parts': years.sort((a, b) => a - b).map((each) => [each]) }
}

/** The format has a year 0, which is the first before our era. CSL has none. */
const historicYear = (year: number): number => (year <= 0 ? year - 1 : year)

/**
 * Writes a year.
 *
 * @example
 * yearInWords(-45) // '45 BCE'
 */
export const yearInWords = (year: number): string => (year < 0 ? `${-year} BCE` : String(year))
