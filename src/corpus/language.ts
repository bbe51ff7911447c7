/** This file knows languages by their BCP 47 tags: their canonical tag, their direction, and how they write dates. */

/**
 * Gives a BCP 47 tag in its canonical form. It is undefined where the text is no such tag.
 *
 * @example
 * languageTag('pt_br') // 'pt-BR'
 * languageTag('not a tag') // undefined
 */
export function languageTag(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** These are the ISO 15924 codes of the scripts in use that are written from right to left. */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
])

/** These are the ways in which dates are written out. A date has no time of day, so it is formatted in UTC. */
const DATES = {
  day: { dateStyle: 'long', timeZone: 'UTC' },
  month: { month: 'short', year: 'numeric', timeZone: 'UTC' },
  wholeMonth: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
} as const

/** Keeps each `Intl.DateTimeFormat`, because making one takes longer than all the rest of a page. */
const formats = new Map<string, Intl.DateTimeFormat>()
/** Keeps each date that was written out, because there are far fewer days than pages. */
const written = new Map<string, string>()

/**
 * Writes out a date in a language.
 *
 * @param date A day as YYYY-MM-DD, or a month or a year, of which no more is written than there is.
 * @param as `day` writes the whole date, `month` only month and year.
 *
 * @example
 * dateIn('en', '2026-11-23', 'day') // 'November 23, 2026'
 * dateIn('de', '2026-11-23', 'day') // '23. November 2026'
 * dateIn('en', '2026-11', 'day') // 'November 2026'
 */
export function dateIn(language: string, date: string, as: 'day' | 'month'): string {
  const form = date.length === 4 ? 'year' : date.length === 7 && as === 'day' ? 'wholeMonth' : as
  const key = `${form} ${language}`
  const known = written.get(`${key} ${date}`)
  if (known !== undefined) return known
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, DATES[form])
  formats.set(key, format)
  const words = format.format(new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`))
  written.set(`${key} ${date}`, words)
  return words
}

type Direction = 'ltr' | 'rtl'

/** Keeps the direction of each language, because every page asks for it and mostly for the same language. */
const directions = new Map<string, Direction>()

/**
 * Gives the direction of the script in which a language is usually written.
 *
 * @example
 * directionOf('ar') // 'rtl'
 * directionOf('de') // 'ltr'
 */
export function directionOf(language: string): Direction {
  const direction = directions.get(language) ?? directionOfScript(language)
  directions.set(language, direction)
  return direction
}

function directionOfScript(language: string): Direction {
  const tag = languageTag(language)
  const script = tag === undefined ? undefined : new Intl.Locale(tag).maximize().script
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
}

/** Keeps what names languages, by the language of the names. */
const namers = new Map<string, Intl.DisplayNames>()

/**
 * Gives the name of a language in another, or in itself.
 *
 * @example
 * languageName('de', 'en') // 'German'
 * languageName('de', 'de') // 'Deutsch'
 */
export function languageName(language: string, inLanguage: string): string {
  const namer = namers.get(inLanguage) ?? new Intl.DisplayNames(inLanguage, { type: 'language' })
  namers.set(inLanguage, namer)
  return namer.of(language) ?? language
}
