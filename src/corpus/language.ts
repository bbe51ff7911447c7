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
