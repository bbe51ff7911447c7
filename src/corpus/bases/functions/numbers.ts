import { Refusal } from '../refusal.ts'
import { numberArgument, type Method } from './method.ts'

/** Rounds a number to some digits after the point. Halves are rounded up, as in JavaScript. */
function rounded(value: number, digits: number): number {
  const places = Math.max(-20, Math.min(20, Math.trunc(digits)))
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const moved = Math.round(Number(`${mantissa}e${Number(exponent) + places}`))
  return Number.isFinite(moved) ? Number(`${moved}e${-places}`) : value
}

/** These are the functions of numbers. */
export const NUMBERS = {
  abs: (value) => Math.abs(value),
  ceil: (value) => Math.ceil(value),
  floor: (value) => Math.floor(value),
  round: (value, [digits]) => rounded(value, numberArgument(digits, 0)),
  toFixed: (value, [digits]) => {
    const places = numberArgument(digits, 0)
    if (!(places >= 0 && places <= 100)) throw new Refusal('"toFixed" takes a number from 0 to 100. Write one.')
    return value.toFixed(places)
  },
  isEmpty: (value) => Number.isNaN(value),
} satisfies Readonly<Record<string, Method<number>>>
