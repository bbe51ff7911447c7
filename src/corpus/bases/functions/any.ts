import { textOf } from '../compare-values.ts'
import { isEmptyValue, isTruthy, typeOf, type Value } from '../values.ts'
import { textArgument, type Method } from './method.ts'

/** These are the functions of every value. */
export const ANY = {
  isTruthy: isTruthy,
  isType: (value, [type]) => {
    const asked = textArgument(type).toLowerCase()
    return typeOf(value) === asked || (asked === 'string' && typeOf(value) === 'tag')
  },
  toString: textOf,
  isEmpty: isEmptyValue,
} satisfies Readonly<Record<string, Method<Value>>>
