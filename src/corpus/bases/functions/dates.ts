import { formatInstant, instantText, relativeInstant } from '../date-values.ts'
import { DAY, lengthOf } from '../durations.ts'
import { instant, type Duration, type Instant } from '../values.ts'
import { todayIn } from './today.ts'
import { textArgument, type Method } from './method.ts'

/** These are the functions of dates. */
export const DATES = {
  date: ({ time }) => instant(Math.floor(time / DAY) * DAY, false),
  format: (value, [format], { language }) => formatInstant(language, value, textArgument(format)),
  time: ({ time }) => instantText(instant(time, true)).slice(11),
  relative: (value, _, environment) => relativeInstant(environment.language, value, todayIn(environment)),
  isEmpty: () => false,
} satisfies Readonly<Record<string, Method<Instant>>>

/** These are the functions of durations. They are counted in milliseconds. */
export const DURATIONS = {
  abs: (value) => Math.abs(lengthOf(value)),
  round: (value) => Math.round(lengthOf(value)),
  floor: (value) => Math.floor(lengthOf(value)),
  ceil: (value) => Math.ceil(lengthOf(value)),
} satisfies Readonly<Record<string, Method<Duration>>>
