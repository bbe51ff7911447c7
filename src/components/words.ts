/** The words of the interface that depend on values: counts, dates, roles. */
import type { Balance } from '../corpus/model/entry.ts'
import { dateIn, directionOf } from '../corpus/language.ts'
import { type Kind, type Role, ROLES } from '../corpus/vocabulary.ts'
import type { UpdateKind } from '../corpus/model/updates.ts'

const PLURAL_ROLES: Readonly<Record<Role, string>> = {
  supports: 'support',
  disputes: 'dispute',
  qualifies: 'qualify',
  extends: 'extend',
  background: 'background',
}

/** The roles of a balance with their counts in words: `5 support`, `1 disputes`. */
export function roleCounts(balance: Balance): { role: Role; count: number; words: string }[] {
  return ROLES.flatMap((role) => {
    const count = balance[role] ?? 0
    return count === 0 ? [] : [{ role, count, words: `${count} ${count === 1 ? role : PLURAL_ROLES[role]}` }]
  })
}

/** What it is called when it is seen from the other end: `supported by`. */
export const PASSIVE_ROLES: Readonly<Record<Role, string>> = {
  supports: 'supported by',
  disputes: 'disputed by',
  qualifies: 'qualified by',
  extends: 'extended by',
  background: 'background for',
}

/** A list of evidence by role, in the order of the roles; what has none comes last. Groups that are empty are left out. */
export function groupByRole<T extends { readonly role?: Role }>(items: readonly T[]): { role?: Role; items: T[] }[] {
  const groups = Map.groupBy(items, ({ role }) => role)
  return [...ROLES, undefined].flatMap((role) => {
    const items = groups.get(role)
    return items === undefined ? [] : [{ ...(role && { role }), items }]
  })
}

/** The id of the group of a role among the sources of an inquiry. */
export const roleGroupId = (role: Role): string => `sources-${role}`

/** What a note with an undeclared role is called beside an inquiry. */
export const NO_ROLE = 'cited'

export const formatCount = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

/** What became of a work. */
export const UPDATE_LABELS: Readonly<Record<UpdateKind, string>> = {
  retracted: 'Retracted',
  concern: 'Expression of concern',
  corrected: 'Corrected',
}

export const KIND_HEADINGS: Readonly<Record<Kind, string>> = { inquiry: 'Inquiries', note: 'Notes', page: 'Pages' }

/** The beginning of a text, cut between words. @param maxLength In characters. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const lastSpace = text.lastIndexOf(' ', maxLength)
  return `${text.slice(0, lastSpace > 0 ? lastSpace : maxLength).replace(/[\s,;:.–—-]+$|[\uD800-\uDBFF]$/, '')}…`
}

/** Attributes of an element whose text is in a language of its own; none where that is the language around it. */
export const languageAttributes = (lang?: string): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  lang === undefined ? {} : { lang, dir: directionOf(lang) }

/** Of 230 words a minute, as measured for silent reading of English prose (Brysbaert 2019 gives 238). */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 230))

/** @param date As 2026-11-23. */
export const formatDate = (date: string, language: string): string => dateIn(language, date, 'day')
