/** This file finds numbers that are written in digits, and gives their values. */

/** A `DecimalSign` is the sign before the decimals. The other of the two signs groups the thousands. */
export type DecimalSign = '.' | ','

/** A `Numeral` is a number in digits. */
export interface Numeral {
  /** This is the offset of the first digit, or of the point before it, in UTF-16 code units. */
  readonly index: number
  /** This is the offset after the number, its power of ten included. */
  readonly end: number
  /** This is the value. It is NaN where the digits are no number but, for example, a version: `1.2.3`. */
  readonly value: number
  /** This is the value of the last digit that is written: 0.1 for `63.4`, and 1 for `1,000`. */
  readonly step: number
  /** This is what the digits may stand for as well, where that depends on the language: 1 for `1,000`. */
  readonly other?: number | undefined
}

/**
 * Matches digits with the signs that group and divide them. Spaces group thousands only where three digits follow each
 * of them.
 */
const DIGITS = /(?:\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?!\d)|\d+)(?:[.,’']\d+)*|(?<![\p{L}\p{N}.])\.\d+/gu
/** Matches a power of ten after digits: `e6`, `×10^6`, `· 10⁶`. */
const POWER =
  /[eE](?<e>[+−-]?\d{1,3})(?![\p{L}\d])|\s?(?:[×x·*⋅]|\\times|\\cdot)\s?10\s?(?:\^\{?(?<caret>[+−-]?\d{1,3})\}?\^?|(?<raised>[⁺⁻]?[⁰¹²³⁴-⁹]+))/uy
/** Matches the exponent of a power of ten that stands alone: `10^6`, `10⁶`. */
const EXPONENT = /\^\{?(?<caret>[+−-]?\d{1,3})\}?\^?|(?<raised>[⁺⁻]?[⁰¹²³⁴-⁹]+)/uy

/** Finds every number in digits, in reading order. */
export function numeralsIn(text: string, decimal: DecimalSign): Numeral[] {
  const found: Numeral[] = []
  let end = 0
  for (const { 0: digits, index } of text.matchAll(DIGITS)) {
    // The exponent of the number before was read with it.
    if (index < end) continue
    const after = index + digits.length
    const power = exponentAt(text, after, digits)
    end = power?.end ?? after
    found.push({ index, end, ...valueOf(digits, decimal, power?.exponent) })
  }
  return found
}

/** Reads the power of ten after digits. */
function exponentAt(text: string, after: number, digits: string): { exponent: number; end: number } | undefined {
  const form = digits === '10' && !/[e×x·*⋅\s\\]/i.test(text[after] ?? ' ') ? EXPONENT : POWER
  form.lastIndex = after
  const { 0: matched, groups = {} } = form.exec(text) ?? { 0: undefined }
  if (matched === undefined) return undefined
  const written = groups.e ?? groups.caret ?? lowered(groups.raised ?? '')
  return { exponent: Number(written.replace('−', '-')) - (form === EXPONENT ? 1 : 0), end: after + matched.length }
}

/** Writes raised digits as plain ones. */
const lowered = (raised: string): string => raised.normalize('NFKC').replace('−', '-')

const SPACES = /[ \u00A0\u2009\u202F’'](?=\d{3}(?!\d))/g
const PLAIN = /^\d+$/

/** Gives the value of digits. */
function valueOf(written: string, decimal: DecimalSign, exponent = 0): Pick<Numeral, 'value' | 'step' | 'other'> {
  const power = exponent === 0 ? 1 : 10 ** exponent
  if (PLAIN.test(written)) return { value: Number(written) * power, step: power }
  if (decimal === '.' && SIMPLE.test(written)) return simple(written, power)
  const digits = written.replace(SPACES, '')
  const parts = /^(\d*)[.,](\d+)$/.exec(digits)
  const isGrouped = GROUPED[decimal].test(digits.split(decimal)[0] ?? '')
  // A sign that could group thousands may be the sign before decimals in a text of another language.
  const other = parts?.[2]?.length === 3 && parts[1] !== '' ? otherValue(parts, isGrouped) * power : undefined
  const plain = isGrouped ? digits.replace(decimal === '.' ? /,/g : /\./g, '') : digits
  const [, whole = '', decimals = ''] = /^(\d*)(?:[.,](\d+))?$/.exec(plain) ?? []
  if (whole === '' && decimals === '') return { value: NaN, step: 1 }
  return { value: Number(`${whole}.${decimals}`) * power, step: 10 ** -decimals.length * power, other }
}

/** Matches decimals that can be read in one way only. */
const SIMPLE = /^\d+\.(?:\d{1,2}|\d{4,9})$/

const simple = (written: string, power: number): Pick<Numeral, 'value' | 'step'> => ({
  value: Number(written) * power,
  step: 10 ** -(written.length - written.indexOf('.') - 1) * power,
})

const otherValue = ([, whole = '', rest = '']: readonly string[], isGrouped: boolean): number =>
  Number(isGrouped ? `${whole}.${rest}` : `${whole}${rest}`)

/** Matches digits that are grouped by thousands. The key is the sign before the decimals. */
const GROUPED = { '.': /^\d{1,3}(?:,\d{3})+$/, ',': /^\d{1,3}(?:\.\d{3})+$/ } as const

/** Keeps the decimal sign of each language, because every file asks for it. */
const signs = new Map<string, DecimalSign>()

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
  let sign = signs.get(language)
  if (sign === undefined) signs.set(language, (sign = formatted(language)))
  return sign
}

function formatted(language: string): DecimalSign {
  try {
    const parts = new Intl.NumberFormat(language).formatToParts(0.5)
    return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.'
  } catch {
    return '.'
  }
}
