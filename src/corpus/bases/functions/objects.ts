import { listOf } from '../environment.ts'
import type { ObjectValue, PatternValue } from '../values.ts'
import { textArgument, type Method } from './method.ts'
import { isMatched } from './texts.ts'

/** These are the functions of mappings. */
export const OBJECTS = {
  isEmpty: ({ entries }) => entries.size === 0,
  keys: ({ entries }, _, environment) => listOf([...entries.keys()], environment),
  values: ({ entries }, _, environment) => listOf([...entries.values()], environment),
} satisfies Readonly<Record<string, Method<ObjectValue>>>

/** These are the functions of regular expressions. */
export const PATTERNS = {
  matches: ({ pattern }, [text], environment) => isMatched(textArgument(text), pattern, environment),
} satisfies Readonly<Record<string, Method<PatternValue>>>
