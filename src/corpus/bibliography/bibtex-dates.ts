/** This file reads the dates of an entry of BibTeX. BibLaTeX has one field for each, BibTeX has year, month and day. */
import { readDate } from '../dates.ts'
import { bibliographyString } from './bibliography-strings.ts'
import { dateOfText, seasonNamed } from './csl-date.ts'
import { plainWords } from './latex-text.ts'
import type { Csl, CslDate } from '../model/csl.ts'

type Fields = Readonly<Record<string, string | undefined>>

const DATES = ['date', 'year', 'month', 'day', 'urldate', 'eventdate', 'origdate', 'origyear']

/** Gives the dates of an entry, by the fields that CSL has for them. */
export function datesOf(written: Fields, language: string): Csl {
  const fields = Object.fromEntries(
    DATES.flatMap((name) => (written[name] === undefined ? [] : [[name, inWords(written[name], language)]])),
  ) as Fields
  const { year, date = year?.includes('/') ? year : undefined, month, day } = fields
  const dates: readonly (readonly [field: string, date: CslDate | undefined])[] = [
    ['issued', readable(date, language) ?? fromYear(year, month, day, language)],
    ['accessed', readable(fields['urldate'], language)],
    ['event-date', readable(fields['eventdate'], language)],
    ['original-date', readable(fields['origdate'] ?? fields['origyear'], language)],
  ]
  return Object.fromEntries(dates.filter(([, value]) => value !== undefined))
}

/** Gives a date without LaTeX. It may be a key of BibLaTeX, such as `inpress`. */
function inWords(text: string, language: string): string {
  if (/^[\d-]+$/.test(text)) return text
  const bare = plainWords(text.replace(/\\noopsort\s*\{[^{}]*\}/gi, ''))
  return bibliographyString(bare, language) ?? bare
}

const readable = (written: string | undefined, language: string): CslDate | undefined =>
  written === undefined || written.trim() === '' ? undefined : dateOfText(written, language)

/** Reads the year of BibTeX, with the month and the day where there are any. */
function fromYear(
  year = '',
  month: string | undefined,
  day: string | undefined,
  language: string,
): CslDate | undefined {
  const text = year.trim()
  if (text === '') return undefined
  const date: CslDate = /^\d{1,4}$/.test(text) ? { 'date-parts': [[Number(text)]] } : dateOfText(text, language)
  const years = date['date-parts'] ?? []
  return years.length !== 1 || years[0]!.length > 1 || month === undefined ? date : withMonth(date, month, day)
}

/** Adds month and day to a year. `month` may hold both, or two months. What is neither is left out. */
function withMonth(date: CslDate, written: string, day: string | undefined): CslDate {
  const year = Number(date['date-parts']![0]![0])
  const text = written.replace(/[~.\s]+/g, ' ').trim()
  const season = seasonNamed(text)
  if (season !== undefined && !/^\d/.test(text)) return { ...date, season }
  const months = text.split(/\s*(?:[-–—/]+|\band\b|&)\s*/).map((each) => monthAndDay(each, year))
  const [from, to] = months
  if (from === undefined) return date
  const days = day !== undefined && from.length === 1 && /^\d{1,2}$/.test(day.trim()) ? [Number(day)] : []
  const parts = [year, ...from, ...days]
  if (to === undefined || days.length > 0) return { ...date, 'date-parts': [parts] }
  return { ...date, 'date-parts': [parts, [year, ...to]] }
}

/** Reads `3`, `March`, `March 5`, `5 March` and `03 5`. */
function monthAndDay(text: string, year: number): number[] | undefined {
  const [, month, day] = /^(\d{1,2})(?: (\d{1,2}))?$/.exec(text) ?? []
  if (month !== undefined) {
    const isMonth = Number(month) >= 1 && Number(month) <= 12
    return isMonth ? [Number(month), ...(day === undefined ? [] : [Number(day)])] : undefined
  }
  const iso = readDate(`${text} ${String(year).padStart(4, '0')}`)
  return iso?.includes('-') ? iso.split('-').slice(1).map(Number) : undefined
}
