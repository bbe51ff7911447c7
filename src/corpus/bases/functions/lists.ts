import { areEqual, compareValues, numberIn, textOf } from '../compare-values.ts'
import { listOf, textWithin, type Environment } from '../environment.ts'
import { isList, type Value } from '../values.ts'
import { numberArgument, textArgument, type Method } from './method.ts'

type List = readonly Value[]

const has = (list: List, value: Value, { budget }: Environment): boolean => {
  budget.spend(Math.ceil(list.length / 8))
  return list.some((item) => areEqual(item, value))
}

/** Gives what a function was given as one list. A list that was given counts as its items. */
const given = (values: readonly Value[]): List => values.flatMap((value): List => (isList(value) ? value : [value]))

const numbersIn = (list: List): number[] => list.flatMap((item) => numberIn(item) ?? [])
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Takes out items that are equal to an earlier one. */
export function distinct(list: List, environment: Environment): Value[] {
  const found: Value[] = []
  for (const item of list) if (!has(found, item, environment)) found.push(item)
  return found
}

/** These are the functions of lists whose arguments are values. */
export const LISTS = {
  contains: (list, [value = null], environment) => has(list, value, environment),
  containsAll: (list, values, environment) => given(values).every((value) => has(list, value, environment)),
  containsAny: (list, values, environment) => given(values).some((value) => has(list, value, environment)),
  isEmpty: (list) => list.length === 0,
  flat: (list, _, environment) => listOf(given(list), environment),
  join: (list, [separator], environment) => {
    const sign = separator === undefined ? ', ' : textArgument(separator)
    environment.budget.spend(list.length)
    return textWithin(list.map(textOf).join(sign), environment)
  },
  reverse: (list, _, environment) => listOf([...list].reverse(), environment),
  slice: (list, [start, end], environment) =>
    listOf(list.slice(numberArgument(start, 0), numberArgument(end, list.length)), environment),
  sort: (list, _, environment) => {
    environment.budget.spend(list.length * 4)
    return listOf(
      [...list].sort((one, other) => compareValues(one, other, environment.collate)),
      environment,
    )
  },
  unique: (list, _, environment) => listOf(distinct(list, environment), environment),
  mean: (list) => {
    const numbers = numbersIn(list)
    return numbers.length === 0 ? null : sum(numbers) / numbers.length
  },
  sum: (list) => sum(numbersIn(list)),
} satisfies Readonly<Record<string, Method<List>>>
