import { listOf, textWithin, type Environment } from '../environment.ts'
import { matchesIn, type Match, type Pattern } from '../pattern.ts'
import { is } from '../values.ts'
import { numberArgument, textArgument, type Method } from './method.ts'

/** These are the functions of texts. */
export const TEXTS = {
  contains: (text, [value]) => text.includes(textArgument(value)),
  containsAll: (text, values) => values.flat().every((value) => text.includes(textArgument(value))),
  containsAny: (text, values) => values.flat().some((value) => text.includes(textArgument(value))),
  startsWith: (text, [query]) => text.startsWith(textArgument(query)),
  endsWith: (text, [query]) => text.endsWith(textArgument(query)),
  isEmpty: (text) => text === '',
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  title: (text) => text.toLowerCase().replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase()),
  trim: (text) => text.trim(),
  reverse: (text) => Array.from(text).reverse().join(''),
  repeat: (text, [count], environment) => {
    const times = Math.max(0, Math.trunc(numberArgument(count)))
    return text === '' ? '' : textWithin(repeated(text, times), environment)
  },
  slice: (text, [start, end]) => text.slice(numberArgument(start, 0), numberArgument(end, text.length)),
  split: (text, [separator, count], environment) => {
    const parts =
      separator !== undefined && is(separator, 'regexp')
        ? splitAt(text, separator.pattern, environment)
        : text.split(textArgument(separator))
    return listOf(parts.slice(0, numberArgument(count, parts.length)), environment)
  },
  replace: (text, [pattern, by], environment) => {
    const replacement = textArgument(by)
    const replaced =
      pattern !== undefined && is(pattern, 'regexp')
        ? replacedAt(text, pattern.pattern, replacement, environment)
        : textArgument(pattern) === ''
          ? text
          : text.split(textArgument(pattern)).join(replacement)
    return textWithin(replaced, environment)
  },
} satisfies Readonly<Record<string, Method<string>>>

/** Repeats a text, and no further than to the length at which it is refused. */
const repeated = (text: string, times: number): string => text.repeat(Math.min(times, Math.ceil(200_000 / text.length)))

function matched(text: string, pattern: Pattern, all: boolean, { budget }: Environment): [string[], Match[]] {
  const signs = Array.from(text)
  budget.spend(Math.ceil((signs.length * pattern.size) / 4))
  return [signs, matchesIn(pattern, signs, all)]
}

/** Tells whether a pattern matches somewhere in a text. */
export const isMatched = (text: string, pattern: Pattern, environment: Environment): boolean =>
  matched(text, pattern, false, environment)[1].length > 0

function splitAt(text: string, pattern: Pattern, environment: Environment): string[] {
  const [signs, matches] = matched(text, pattern, true, environment)
  const parts: string[] = []
  let from = 0
  for (const { start, end } of matches) {
    if (end === start && (start === 0 || start === signs.length)) continue
    parts.push(signs.slice(from, start).join(''))
    from = end
  }
  return [...parts, signs.slice(from).join('')]
}

function replacedAt(text: string, pattern: Pattern, by: string, environment: Environment): string {
  const [signs, matches] = matched(text, pattern, pattern.isGlobal, environment)
  let [replaced, from] = ['', 0]
  for (const { start, end, groups } of matches) {
    const words = by.replace(/\$(?:(\$)|(&)|(\d{1,2}))/g, (written, dollar, whole, group: string | undefined) => {
      if (dollar !== undefined) return '$'
      if (whole !== undefined) return groups[0] ?? ''
      return Number(group) < groups.length ? (groups[Number(group)] ?? '') : written
    })
    replaced += signs.slice(from, start).join('') + words
    textWithin(replaced, environment)
    from = end
  }
  return replaced + signs.slice(from).join('')
}
