import type { Environment } from '../environment.ts'
import { Refusal } from '../refusal.ts'
import type { Instant } from '../values.ts'

/**
 * Gives the day that counts as today. A build reads no clock, so that the same notes always make the same page: the
 * newest date that a public note has as that of its creation, its last change or its last commit stands for the day of
 * the build.
 *
 * @throws {Refusal} Where no note has such a date.
 */
export function todayIn({ today, mention }: Environment): Instant {
  mention('today')
  if (today === undefined)
    throw new Refusal('A build has no clock, and no public note says when it was written or changed. Write "date()".')
  return today
}
