import { readInstant } from '../date-values.ts'
import { readDuration } from '../durations.ts'
import { listOf, type Environment } from '../environment.ts'
import { areEqual, numberIn } from '../compare-values.ts'
import { escapeHtml } from '../../escape-html.ts'
import { Refusal } from '../refusal.ts'
import { instant, is, isEmptyValue, isList, isTruthy, linkTo, typeOf, type LinkValue, type Value } from '../values.ts'
import { bareName, fileMeant } from './files.ts'
import { numberArgument, textArgument, WORDS_OF_TYPES } from './method.ts'
import { todayIn } from './today.ts'

type Global = (args: readonly Value[], environment: Environment) => Value

const EXTERNAL = /^(?:https?|mailto):/i

/** Reads a link: a file, a link, an address, or a name that may be written in brackets. */
export function linkMeant(value: Value, display: Value | undefined, environment: Environment): LinkValue | null {
  const words = display === undefined || display === null ? {} : { display }
  if (value === null) return null
  if (is(value, 'file')) return linkTo(value, display)
  if (is(value, 'link')) return { ...value, ...words }
  const written = textArgument(value).trim()
  if (EXTERNAL.test(written)) return { type: 'link', name: written, href: written, ...words }
  const alias = /^\[\[[^|\]]*\|(.*)\]\]$/s.exec(written)?.[1]
  const found = environment.vault.resolve(bareName(written), environment.self.path)
  return { ...found, ...(alias !== undefined && { display: alias }), ...words }
}

function dateOf(value: Value): Value {
  if (value === null || is(value, 'date')) return value
  const text = is(value, 'link') ? value.name.slice(value.name.lastIndexOf('/') + 1) : textArgument(value)
  const time = typeof value === 'number' ? instant(value, true) : readInstant(text.trim())
  if (time !== undefined) return time
  if (text.trim() === '') return null
  throw new Refusal('"date" takes a date such as "2025-01-31" or "2025-01-31 12:00:00". Write one.')
}

function numberOf(value: Value): Value {
  const number = numberIn(value)
  if (number !== undefined || value === null) return number ?? null
  const text = textArgument(value).trim()
  if (text !== '' && Number.isFinite(Number(text))) return Number(text)
  throw new Refusal(
    `"number" takes a number, a date or a text such as "3.4", and it is ${WORDS_OF_TYPES[typeOf(value)]}.`,
  )
}

const numbersOf = (values: readonly Value[]): number[] =>
  values
    .flatMap((value): readonly Value[] => (isList(value) ? value : [value]))
    .flatMap((value) => (value === null ? [] : [numberArgument(value)]))

const least = (numbers: readonly number[], pick: (a: number, b: number) => number): Value =>
  numbers.length === 0 ? null : numbers.reduce((a, b) => pick(a, b))

/** These are the functions that stand alone. `if` is none of them, because it evaluates only what it needs. */
export const GLOBALS = {
  date: ([value = null]) => dateOf(value),
  duration: ([value = null]) => durationOf(value),
  dur: ([value = null]) => durationOf(value),
  now: (_, environment) => ({ ...todayIn(environment), hasTime: true }),
  today: (_, environment) => todayIn(environment),
  random: () => {
    throw new Refusal(
      'A build leaves nothing to chance, so that the same notes make the same page. Take "random()" out.',
    )
  },
  file: ([value], environment) => fileMeant(value, environment) ?? null,
  link: ([value = null, display], environment) => linkMeant(value, display, environment),
  image: ([value = null], environment) => {
    const of = linkMeant(value, undefined, environment)
    return of && { type: 'image', of }
  },
  icon: (_, { mention }) => {
    mention('icon')
    return null
  },
  html: ([value], { mention }) => {
    mention('html')
    return textArgument(value).replace(/<[^<>]*>/g, '')
  },
  escapeHTML: ([value]) => escapeHtml(textArgument(value)),
  list: ([value = null], environment) => (isList(value) ? value : listOf(value === null ? [] : [value], environment)),
  max: (values) => least(numbersOf(values), Math.max),
  min: (values) => least(numbersOf(values), Math.min),
  number: ([value = null]) => numberOf(value),
  empty: ([value = null]) => isEmptyValue(value),
  not: ([value = null]) => !isTruthy(value),
  contains: ([value = null, item = null]) =>
    isList(value) ? value.some((each) => areEqual(each, item)) : textArgument(value).includes(textArgument(item)),
} satisfies Readonly<Record<string, Global>>

function durationOf(value: Value): Value {
  if (value === null || is(value, 'duration')) return value
  const found = readDuration(textArgument(value))
  if (found === undefined) throw new Refusal('"duration" takes a text such as "1 day" or "2h". Write one.')
  return found
}
