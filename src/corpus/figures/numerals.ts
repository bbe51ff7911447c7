/** What numbers written in digits amount to, so that two ways of writing the same one are the same. */

/** Digits with the unit that they are counted in. */
export interface Numeral {
  /** With all that stands among them. */
  readonly digits: string
  /** `%`, or the word or letter that multiplies them. Empty where there is none. */
  readonly unit: string
  readonly index: number
  readonly end: number
}

const DIGITS = /\d+(?:[.,’']\d+)*/g
const UNIT =
  /[ \t]{0,3}(?<percent>%|per\s?cent\b)|(?<letter>k|K|M|B|T|[Bb]n|[Mm]n)(?![\p{L}\d])|[\s-]{1,3}(?<word>hundred|[tT]housand|[mM]illion|[bB]illion|[tT]rillion)\b/uy
/** Between the ends of a range, which may share the unit of the second: `0.3 to 150 million`. */
const RANGE = /^(?:\s?[-–]\s?|\s(?:to|and|or)\s)$/
/** Thin and unbreakable spaces between the thousands. */
const GROUPING = /[\u00A0\u2009\u202F](?=\d{3}(?!\d))/g

/** Every numeral in a text, in reading order. */
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

/** The sign before the decimals. The other of the two groups the thousands. */
export type Decimal = '.' | ','

/** @param language As a BCP 47 tag. */
export function decimalOf(language: string): Decimal {
  try {
    const parts = new Intl.NumberFormat(language).formatToParts(0.5)
    return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.'
  } catch {
    return '.'
  }
}

/** Every value that a numeral may have, each in one form: `50%` is 50 of a hundred and 0.5, `7B` is 7 of something and 7000000000. */
export function valuesOf({ digits, unit }: Pick<Numeral, 'digits' | 'unit'>, decimal: Decimal): string[] {
  const value = numberIn(digits, decimal)
  if (value === undefined) return [digits]
  if (unit === '') return [inOneForm(value)]
  return [inOneForm(value), inOneForm(unit === '%' ? value / 100 : value * (MULTIPLES[unit] ?? 1))]
}

/** Undefined where it is no number but, say, a version: `1.2.3`. */
function numberIn(digits: string, decimal: Decimal): number | undefined {
  if (/^\d+$/.test(digits)) return Number(digits)
  const parts = digits.replace(/[’'](?=\d{3}(?!\d))/g, '').split(decimal)
  const [whole = '', decimals] = parts
  const bare = GROUPED[decimal].test(whole) ? whole.replace(/[.,]/g, '') : whole
  const written = decimals === undefined ? bare.replace(/^(\d+)[.,](\d+)$/, '$1.$2') : `${bare}.${decimals}`
  return parts.length < 3 && /^\d+(?:\.\d+)?$/.test(written) ? Number(written) : undefined
}

/** By the sign before the decimals. */
const GROUPED = { '.': /^\d{1,3}(?:,\d{3})+$/, ',': /^\d{1,3}(?:\.\d{3})+$/ } as const

/** Without the traces of binary arithmetic. */
export const inOneForm = (value: number): string => String(Number(value.toPrecision(12)))
