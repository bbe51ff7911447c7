/**
 * This file gives numbers that are written in digits their values, so that two ways of writing a number compare as
 * equal.
 */

/** A `Numeral` is a number in digits with its unit. */
export interface Numeral {
  /** These are the digits, with the signs among them. A space between thousands is given as `’`. */
  readonly digits: string
  /** This is `%`, or the word or letter that multiplies the digits. It is empty where there is none. */
  readonly unit: string
  /** This is the offset of the first digit, in UTF-16 code units. */
  readonly index: number
  /** This is the offset after the unit. */
  readonly end: number
}

const DIGITS = /\d+(?:[.,’']\d+)*/g
const UNIT =
  /[ \t]{0,3}(?<percent>%|per\s?cent\b)|(?<letter>k|K|M|B|T|[Bb]n|[Mm]n)(?![\p{L}\d])|[\s-]{1,3}(?<word>hundred|[tT]housand|[mM]illion|[bB]illion|[tT]rillion)\b/uy
/** Matches what stands between the ends of a range. They may share the unit of the second: `0.3 to 150 million`. */
const RANGE = /^(?:\s?[-–]\s?|\s(?:to|and|or)\s)$/
/** Matches thin and no-break spaces between groups of three digits. */
const GROUPING = /[\u00A0\u2009\u202F](?=\d{3}(?!\d))/g

/** Finds every numeral in a text, in reading order. */
export function numeralsIn(text: string): Numeral[] {
  const found = [...text.replace(GROUPING, '’').matchAll(DIGITS)].map(({ 0: digits, index }) => {
    UNIT.lastIndex = index + digits.length
    const unit = UNIT.exec(text)
    return { digits, unit: nameOf(unit?.groups ?? {}), index, end: index + digits.length + (unit?.[0].length ?? 0) }
  })
  return found.map((numeral, at) => {
    const next = found[at + 1]
    const shares = numeral.unit === '' && next !== undefined && RANGE.test(text.slice(numeral.end, next.index))
    return shares ? { ...numeral, unit: next.unit } : numeral
  })
}

const nameOf = ({ percent, letter, word }: Partial<Record<string, string>>): string =>
  percent === undefined ? (letter ?? word ?? '').toLowerCase() : '%'

const MULTIPLES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
}

/** A `Decimal` is the sign before the decimals. The other of the two signs groups the thousands. */
export type DecimalSign = '.' | ','

/**
 * Gives the sign that a language puts before decimals. It is a full stop where the language is unknown.
 *
 * @param language The language as a BCP 47 tag.
 *
 * @example
 * decimalOf('en') // '.'
 * decimalOf('de') // ','
 */
export function decimalOf(language: string): DecimalSign {
  try {
    const parts = new Intl.NumberFormat(language).formatToParts(0.5)
    return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.'
  } catch {
    return '.'
  }
}

/**
 * Gives every value that a numeral may have, as text in one form. `50%` is 50 of a hundred and also 0.5. `7B` is 7 of
 * something and also 7000000000.
 *
 * @example
 * valuesOf({ digits: '50', unit: '%' }, '.') // ['50', '0.5']
 * valuesOf({ digits: '1,000', unit: '' }, '.') // ['1000']
 */
export function valuesOf({ digits, unit }: Pick<Numeral, 'digits' | 'unit'>, decimal: DecimalSign): string[] {
  const value = numberIn(digits, decimal)
  if (value === undefined) return [digits]
  if (unit === '') return [canonicalNumber(value)]
  return [canonicalNumber(value), canonicalNumber(unit === '%' ? value / 100 : value * (MULTIPLES[unit] ?? 1))]
}

/** Gives the value of digits. It is undefined where they are no number but, for example, a version: `1.2.3`. */
function numberIn(digits: string, decimal: DecimalSign): number | undefined {
  if (/^\d+$/.test(digits)) return Number(digits)
  const parts = digits.replace(/[’'](?=\d{3}(?!\d))/g, '').split(decimal)
  const [whole = '', decimals] = parts
  const bare = GROUPED[decimal].test(whole) ? whole.replace(/[.,]/g, '') : whole
  const written = decimals === undefined ? bare.replace(/^(\d+)[.,](\d+)$/, '$1.$2') : `${bare}.${decimals}`
  return parts.length < 3 && /^\d+(?:\.\d+)?$/.test(written) ? Number(written) : undefined
}

/** Matches digits that are grouped by thousands. The key is the sign before the decimals. */
const GROUPED = { '.': /^\d{1,3}(?:,\d{3})+$/, ',': /^\d{1,3}(?:\.\d{3})+$/ } as const

/** Writes a value without the rounding errors of binary arithmetic. */
export const canonicalNumber = (value: number): string => String(Number(value.toPrecision(12)))
