/** This file writes numbers with their decimals. Scripts use it too, apart from what counts things. */

/** These are formats that keep all digits. */
const decimals = new Map<string, Intl.NumberFormat>()

/**
 * Writes a number with all its digits, in a language. Less than zero, it has a sign of minus and no hyphen. One with very
 * many digits has a power of ten in place of its zeros.
 *
 * @example decimalIn('de', -0.25) // '−0,25'
 * @example decimalIn('en', 1.5e20) // '1.5 × 10²⁰'
 */
export function decimalIn(language: string, number: number): string {
  const format = decimals.get(language) ?? new Intl.NumberFormat(language, { maximumSignificantDigits: 15 })
  decimals.set(language, format)
  const write = (each: number): string => format.format(each).replace('-', '\u2212')
  const size = Math.abs(number)
  if (size === 0 || (size >= SMALL && size < LARGE)) return write(number)
  const [factor, exponent] = number.toExponential().split('e').map(Number) as [number, number]
  return `${write(factor)}\u00a0\u00d7\u00a0${write(10)}${raised(exponent)}`
}

/** From this on, a number is written with a power of ten, and below the other one. */
const LARGE = 1e15
const SMALL = 1e-6

/** Writes an exponent in the digits that stand above the line. */
const raised = (exponent: number): string =>
  String(exponent)
    .replace('-', '\u207b')
    .replace(/\d/g, (digit) => '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079'.charAt(Number(digit)))
