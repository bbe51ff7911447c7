/** This file makes of a work what citeproc-js needs to write it rightly. */
import { isDateField, isNameField, textOf } from './csl.ts'
import type { Csl, CslDate, CslName } from '../model/csl.ts'

/**
 * Gives a work with its dates, names, texts and its edition as citeproc-js takes them.
 *
 * @param locale The name of the locale of CSL in which the work is written.
 */
export const processorWork = (work: Csl, locale: string): Csl =>
  Object.fromEntries(
    Object.entries(work).map(([field, value]) => {
      if (isDateField(field)) return [field, processorDate(value as CslDate)]
      if (isNameField(field)) return [field, (value as CslName[]).map(processorName)]
      if (field === 'edition') return [field, editionOf(work, locale) ?? value]
      return [field, typeof value === 'string' ? withPlainQuotes(value) : value]
    }),
  )

/**
 * Makes English quotation marks straight. The processor sets straight ones in the language of the page, and within those
 * of a title as the second kind, but leaves others as they are where the language has others.
 */
function withPlainQuotes(text: string): string {
  if (!/[“‘]/.test(text)) return text
  const double = text.includes('"') ? text : text.replace(/“([^“”„]*)”/g, '"$1"')
  return /(?<!\p{L})'/u.test(text) ? double : double.replace(/(?<![\p{L}\p{N}])‘([^‘’‚]*)’(?!\p{L})/gu, "'$1'")
}

/** In these languages an edition has a word before its number, or on either side of it, which no locale can say. */
const EDITIONS: Readonly<Record<string, (number: string) => string>> = {
  ar: (number) => `ط ${number}`,
  fa: (number) => `ویرایش ${number}`,
  ja: (number) => `第${number}版`,
  ko: (number) => `제${number}판`,
  th: (number) => `พิมพ์ครั้งที่ ${number}`,
  zh: (number) => `第${number}版`,
}

/** Gives the edition of a work with its words. It is undefined where the style has them, or it is no number. */
function editionOf(work: Csl, locale: string): string | undefined {
  const edition = textOf(work, 'edition') ?? ''
  return /^\d+$/.test(edition) ? EDITIONS[locale.slice(0, 2)]?.(edition) : undefined
}

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
