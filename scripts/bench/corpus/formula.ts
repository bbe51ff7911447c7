/** This file generates formulas in TeX, as research notes have them. */
import type { Random } from './random.ts'

const LETTERS = 'a b c d k m n p q t x y z \\alpha \\beta \\theta \\pi \\lambda'.split(' ')

const INLINE: readonly ((a: string, b: string) => string)[] = [
  (a) => a,
  (a, b) => `${a} = ${b}`,
  (a, b) => `${a} \\le ${b}^2`,
  (a, b) => `${a}_{${b}}`,
  (a, b) => `O(${a} \\log ${b})`,
  (a, b) => `p(${a} \\mid ${b})`,
]

const DISPLAYED: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `${a}(x) = \\frac{1}{${b}} \\sum_{i=1}^{n} x_i^2`,
  (a, b) => `\\mathbb{E}[${a}] = \\int_0^1 ${b}(t) \\, dt`,
  (a, b) => `\\nabla_{${a}} J = \\sum_t \\nabla_{${a}} \\log \\pi(${b}_t) A_t`,
  (a, b) => `\\sqrt{${a}^2 + ${b}^2} \\ge \\frac{${a} + ${b}}{2}`,
]

/** Returns a short formula within a line. */
export const inlineFormula = (random: Random): string =>
  `$${random.pick(INLINE)(random.pick(LETTERS), random.pick(LETTERS))}$`

/** Returns a formula in a block of its own. */
export const displayedFormula = (random: Random): string =>
  `$$\n${random.pick(DISPLAYED)(random.pick(LETTERS), random.pick(LETTERS))}\n$$`
