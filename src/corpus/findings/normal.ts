/** This file gives quantiles of the normal distribution, by which intervals become standard errors. */

/** These are the coefficients of the algorithm for the middle, numerator and denominator, from the highest power down. */
const MIDDLE = [
  [2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946],
  [1971.5909503065513, 133.14166789178438, 3.3871328727963665],
] as const
const MIDDLE_BELOW = [
  [5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751],
  [687.1870074920579, 42.31333070160091, 1],
] as const
/** These are those for the tails. */
const TAIL = [
  [0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684],
  [3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835],
] as const
const TAIL_BELOW = [
  [1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008],
  [0.6897673349851, 1.6763848301838038, 2.053191626637759, 1],
] as const

const polynomial = (coefficients: readonly (readonly number[])[], x: number): number =>
  coefficients.flat().reduce((sum, each) => sum * x + each, 0)

/**
 * Gives the quantile of the standard normal distribution, by algorithm AS 241 (M. J. Wichura, 1988, Applied Statistics
 * 37, 477–484, https://doi.org/10.2307/2347330), which is right to 16 digits. The far tails, beyond a chance of 1e-11,
 * are not needed for levels up to 99.99 per cent, and are as right as those before them.
 *
 * @param chance A number between 0 and 1, both excluded.
 *
 * @example
 * normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(chance: number): number {
  const q = chance - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(MIDDLE, r)) / polynomial(MIDDLE_BELOW, r)
  }
  const r = Math.sqrt(-Math.log(Math.min(chance, 1 - chance))) - 1.6
  return (Math.sign(q) * polynomial(TAIL, r)) / polynomial(TAIL_BELOW, r)
}

/**
 * Gives half the width of an interval in standard errors.
 *
 * @param level The level of the interval in per cent.
 */
export const halfWidth = (level: number): number => normalQuantile(0.5 + level / 200)
