/** Languages by their BCP 47 tags. */

/** A tag in its canonical form, `pt_br` being `pt-BR`; undefined when it is none. */
export function languageTag(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** ISO 15924 codes of the scripts in use that are written from right to left. */
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

/** How dates are written out. They have no time, so they are of no zone. */
const DATES = {
  day: { dateStyle: 'long', timeZone: 'UTC' },
  month: { month: 'short', year: 'numeric', timeZone: 'UTC' },
} as const

/** Making one takes longer than the rest of a page. */
const formats = new Map<string, Intl.DateTimeFormat>()
/** There are far fewer days than pages. */
const written = new Map<string, string>()

/** @param date As 2026-11-23. */
export function dateIn(language: string, date: string, as: keyof typeof DATES): string {
  const key = `${as} ${language}`
  const known = written.get(`${key} ${date}`)
  if (known !== undefined) return known
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, DATES[as])
  formats.set(key, format)
  const words = format.format(new Date(`${date}T00:00:00Z`))
  written.set(`${key} ${date}`, words)
  return words
}

type Direction = 'ltr' | 'rtl'

/** Every page asks, mostly for the same. */
const directions = new Map<string, Direction>()

/** The direction of a language's script. */
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
