/** The words of the interface that depend on values: counts, dates, roles. */
import type { Balance } from '../corpus/entry.ts'
import { ROLES, type Kind, type Role } from '../corpus/model.ts'

const PLURAL: Readonly<Record<Role, string>> = {
  supports: 'support',
  disputes: 'dispute',
  qualifies: 'qualify',
  extends: 'extend',
  background: 'background',
}

/** The roles of a balance with their counts in words: `5 support`, `1 disputes`. */
export function balanceWords(balance: Balance): { role: Role; count: number; words: string }[] {
  return ROLES.flatMap((role) => {
    const count = balance[role] ?? 0
    return count === 0 ? [] : [{ role, count, words: `${count} ${count === 1 ? role : PLURAL[role]}` }]
  })
}

/** What it is called when it is seen from the other end: `supported by`. */
export const PASSIVE: Readonly<Record<Role, string>> = {
  supports: 'supported by',
  disputes: 'disputed by',
  qualifies: 'qualified by',
  extends: 'extended by',
  background: 'background for',
}

/** What a note with an undeclared role is called beside an inquiry. */
export const CITED = 'cited'

export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

export const KIND_WORDS: Readonly<Record<Kind, string>> = { inquiry: 'Inquiry', note: 'Note', page: 'Page' }

/** Of 230 words a minute, as measured for silent reading of English prose (Brysbaert 2019 gives 238). */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 230))

/** @param date As 2026-11-23. */
export function longDate(date: string, language: string): string {
  const key = `${language} ${date}`
  let words = dates.get(key)
  if (words === undefined) {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
    dates.set(key, (words = format.format(new Date(`${date}T00:00:00Z`))))
  }
  return words
}

/** Many pages have the same few dates, and making a format takes far longer than a page has. */
const dates = new Map<string, string>()

/** Quotation marks as a page has them, where a terminal has plain ones. */
export const typeset = (sentence: string): string =>
  sentence.replace(/(?<=^|[\s(["])"(?=\S)/g, '“').replaceAll('"', '”')
