/** This file reads and writes the dates of works in CSL-JSON. */
import { readDate } from '../dates.ts'
import { readEdtf, yearInWords } from './edtf.ts'
import type { CslDate } from '../model/csl.ts'

const SEASONS = [
  /^(?:1|spring|frühling|frühjahr|printemps|primavera)$/i,
  /^(?:2|summer|sommer|été|verano|estate)$/i,
].concat([/^(?:3|autumn|fall|herbst|automne|otoño|autunno)$/i, /^(?:4|winter|hiver|invierno|inverno)$/i])

/**
 * Gives the number of a season in CSL, from 1 for spring. It is undefined where the text names none.
 *
 * @example
 * seasonNamed('Fall') // 3
 */
export const seasonNamed = (text: string): number | undefined => {
  const index = SEASONS.findIndex((names) => names.test(text.trim()))
  return index === -1 ? undefined : index + 1
}

/**
 * Reads a date that is written as one text: in the Extended Date/Time Format, or as people write it. What is neither is
 * a date in words, such as `forthcoming`.
 */
export function dateOfText(text: string, language?: string): CslDate {
  const written = text.trim()
  // A cataloguer has found the date out, and the work does not say it.
  if (/^\[.*\]$/.test(written)) return { literal: written }
  return readEdtf(written, language) ?? yearsOf(written) ?? partsOf(readDate(written)) ?? { literal: written }
}

/** Matches a span of years as people write one, and a year about which a work appeared. */
const YEARS = /^(\d{4})\s*[-–—]+\s*(\d{4})$/
const CIRCA = /^(?:c|ca|circa)\b\.?\s*(\d{3,4})$/i

function yearsOf(text: string): CslDate | undefined {
  const [, from, to] = YEARS.exec(text) ?? []
  if (from !== undefined) return { 'date-parts': [[Number(from)], [Number(to)]] }
  const about = CIRCA.exec(text)?.[1]
  return about === undefined ? undefined : { 'date-parts': [[Number(about)]], circa: true }
}

const partsOf = (iso: string | undefined): CslDate | undefined =>
  iso === undefined ? undefined : { 'date-parts': [iso.split('-').map(Number)] }

/**
 * Gives a date of CSL-JSON in a form on which everything after can rely: parts that are numbers, or words. A date that is
 * one text, in `raw` or `edtf`, is read. It is undefined where there is no date.
 */
export function soundDate(value: unknown): CslDate | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if (isPlainDate(value)) return value
  const { 'date-parts': written, raw, edtf, literal, season, circa } = value as Record<string, unknown>
  const parts = soundParts(written)
  if (parts === undefined) return undefined
  const text = [literal, edtf, raw].find((each) => typeof each === 'string' && each.trim() !== '') as string | undefined
  if (parts.length === 0 && text === undefined) return undefined
  const read: CslDate = parts.length > 0 ? fromParts(parts) : text === literal ? { literal: text! } : dateOfText(text!)
  return {
    ...read,
    ...(isScalar(season) && { season: seasonNamed(String(season)) ?? season }),
    ...(isTrue(circa) && { circa: true }),
  }
}

/** Tells whether a value is a date of parts that are known, and nothing else, as nearly all are. */
export function isPlainDate(value: unknown): value is CslDate {
  if (typeof value !== 'object' || value === null) return false
  const parts = (value as Record<string, unknown>)['date-parts']
  if (!Array.isArray(parts) || parts.length === 0 || parts.length > 2 || Object.keys(value).length > 1) return false
  return parts.every(
    (part) =>
      Array.isArray(part) &&
      part.length > 0 &&
      part.length < 4 &&
      part.every((each) => Number.isInteger(each) && each !== 0),
  )
}

const isScalar = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'
const isTrue = (value: unknown): boolean => value === true || (isScalar(value) && !/^(?:|0|false)$/.test(String(value)))

/** Gives the parts as whole numbers, without those that are unknown. It is undefined where they are no parts. */
function soundParts(written: unknown = []): number[][] | undefined {
  if (!Array.isArray(written) || !written.every((part) => Array.isArray(part))) return undefined
  const parts = (written as unknown[][]).map((part) => {
    const numbers = part.map((each) => (isScalar(each) ? parseInt(String(each), 10) : NaN))
    const unknown = numbers.findIndex((each, index) => Number.isNaN(each) || (index > 0 && each === 0))
    return unknown === -1 ? numbers : numbers.slice(0, unknown)
  })
  return parts.slice(0, 2).filter((part) => part.length > 0)
}

/** A span without a beginning becomes words, because no processor can write one. */
const fromParts = (parts: number[][]): CslDate =>
  parts[0]![0] === 0
    ? parts[1] === undefined
      ? {}
      : { literal: `–${yearInWords(parts[1][0]!)}` }
    : { 'date-parts': parts }
