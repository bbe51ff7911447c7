/** This file makes of a work what citeproc-js needs to write it rightly. */
import { isDateField, isNameField } from './csl.ts'
import type { Csl, CslDate, CslName } from '../model/csl.ts'

/** Gives a work with its dates and its names as citeproc-js takes them. */
export const processorWork = (work: Csl): Csl =>
  Object.fromEntries(
    Object.entries(work).map(([field, value]) => {
      if (isDateField(field)) return [field, processorDate(value as CslDate)]
      return [field, isNameField(field) ? (value as CslName[]).map(processorName) : value]
    }),
  )

/** Before a last name that is literal it leaves out the comma: `Lee, A. & The Group`. It does not before a family. */
const processorName = ({ literal, ...name }: CslName): CslName =>
  literal === undefined ? name : { ...name, family: literal }

/**
 * Gives a date as citeproc-js takes it. It takes no span of which the ends are not equally exact. A month at the end of a
 * span within a year gets a day of zero, which is not written. Otherwise both ends are as exact as the less exact one.
 */
export function processorDate(date: CslDate): CslDate {
  const [from, to] = date['date-parts'] ?? []
  if (date.literal !== undefined) return { literal: date.literal }
  if (from === undefined || to === undefined || from.length === to.length) return date
  if (to[0] === 0) return { ...date, 'date-parts': [from, from.map(() => 0)] }
  if (from.length === 3 && to.length === 2 && from[0] === to[0]) return { ...date, 'date-parts': [from, [...to, 0]] }
  const exactness = Math.min(from.length, to.length)
  return { ...date, 'date-parts': [from.slice(0, exactness), to.slice(0, exactness)] }
}
