/** This file holds the words of the interface that depend on values: counts, dates and roles. */
import { escapeHtml } from '../corpus/escape-html.ts'
import type { Balance, RelatedNote, WithMarkup } from '../corpus/model/entry.ts'
import { dateIn, directionOf } from '../corpus/language.ts'
import { type Kind, type Role, type Stance, STANCES } from '../corpus/vocabulary.ts'
import type { Unasked, UpdateKind, WorkVersion } from '../corpus/model/updates.ts'

/** This is what several notes in a role do, in a word. */
const PLURAL_ROLES: Readonly<Record<Stance, string>> = {
  supports: 'support',
  disputes: 'dispute',
  qualifies: 'qualify',
  extends: 'extend',
  background: 'background',
  none: 'bear on it',
}

/** Returns a role as it is shown of one note. A note that names an inquiry without a role bears on it. */
export const stanceInWords = (stance: Stance): string => (stance === 'none' ? 'bears on it' : stance)

/**
 * Returns the roles of a balance with their counts in words, such as `5 support` and `1 disputes`. Roles without
 * notes are left out.
 */
export function roleCounts(balance: Balance): { role: Stance; count: number; words: string }[] {
  return STANCES.flatMap((role) => {
    const count = balance[role] ?? 0
    return count === 0
      ? []
      : [{ role, count, words: `${count} ${count === 1 ? stanceInWords(role) : PLURAL_ROLES[role]}` }]
  })
}

/** This is what a role is called from the other end of its relation, such as `supported by`. */
const PASSIVE_ROLES: Readonly<Record<Role, string>> = {
  supports: 'supported by',
  disputes: 'disputed by',
  qualifies: 'qualified by',
  extends: 'extended by',
  background: 'background for',
}

/**
 * Returns what a relation says, from the end that it starts from or from the other one. Where nobody says what it is
 * called there, the other entry is the one that does it.
 */
export function relationInWords({ role, label, inverse }: Omit<RelatedNote, 'note'>, end: 'from' | 'to'): string {
  if (label !== undefined) return end === 'from' ? label : (inverse ?? `${label} this`)
  if (role === undefined) return ''
  return end === 'to' ? PASSIVE_ROLES[role] : role === 'background' ? 'draws background from' : role
}

/**
 * Groups items by their role, in the order of the roles. Items without a role come last, and empty groups are left
 * out.
 *
 * @example groupByRole([{ role: 'disputes', id }]) // [{ role: 'disputes', items: [{ role: 'disputes', id }] }]
 */
export function groupByRole<T extends { readonly role?: Stance }>(
  items: readonly T[],
): { role?: Stance; items: T[] }[] {
  const groups = Map.groupBy(items, ({ role }) => role)
  return [...STANCES, undefined].flatMap((role) => {
    const items = groups.get(role)
    return items === undefined ? [] : [{ ...(role && { role }), items }]
  })
}

/** Returns the id of the group of a role among the sources of an inquiry. */
export const roleGroupId = (role: Stance): string => `sources-${role}`

/** This is what a note is called that an inquiry cites without a declared role. */
export const NO_ROLE = 'cited'

/**
 * Returns a number with its noun.
 *
 * @param many The plural, if it is more than the singular with an `s`.
 * @example formatCount(2, 'inquiry', 'inquiries') // '2 inquiries'
 */
export const formatCount = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

/** This is what happened to a work after it appeared, in words. */
export const UPDATE_LABELS: Readonly<Record<UpdateKind, string>> = {
  retracted: 'Retracted',
  'partially-retracted': 'Partially retracted',
  concern: 'Expression of concern',
  reinstated: 'Reinstated',
  corrected: 'Corrected',
  'new-version': 'New version',
  updated: 'Updated',
}

/** This is what another version of a work is, in words. */
export const VERSION_LABELS: Readonly<Record<WorkVersion['relation'], string>> = {
  published: 'Published version',
  preprint: 'Preprint',
  newer: 'Newer version',
  older: 'Older version',
}

/** This is why it is not known whether a work was retracted, in words. */
export const UNASKED_REASONS: Readonly<Record<Unasked, string>> = {
  'no-doi': 'it has no DOI to ask about',
  unknown: 'no registry knows its DOI',
  unasked: 'no registry has been asked about it',
}

/**
 * Returns the number of notes that rest on a retracted work, in words. It is empty where there are none.
 *
 * @example retractedCount({ supports: 1 }) // '1 rests on a retracted work'
 */
export function retractedCount(retracted: Balance = {}): string {
  const count = Object.values(retracted).reduce((sum, each) => sum + each, 0)
  return count === 0 ? '' : `${count} ${count === 1 ? 'rests' : 'rest'} on a retracted work`
}

/** This is the id of the group of the notes that rest on a retracted work, among the sources of an inquiry. */
export const RETRACTED_GROUP_ID = 'sources-retracted'

/** These are the headings of lists of entries of each kind. */
export const KIND_HEADINGS: Readonly<Record<Kind, string>> = {
  inquiry: 'Inquiries',
  note: 'Notes',
  page: 'Pages',
  canvas: 'Canvases',
}

/**
 * Cuts a text between words if it is too long, and ends it with `…`.
 *
 * @param maxLength The greatest length in characters.
 */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const lastSpace = text.lastIndexOf(' ', maxLength)
  return `${text.slice(0, lastSpace > 0 ? lastSpace : maxLength).replace(/[\s,;:.–—-]+$|[\uD800-\uDBFF]$/, '')}…`
}

/**
 * Returns the attributes of an element whose text is in a language of its own. There are none where that is the
 * language around it.
 */
export const languageAttributes = (lang?: string): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  lang === undefined ? {} : { lang, dir: directionOf(lang) }

/**
 * Returns the minutes that it takes to read a text, one at least. The rate is 230 words a minute, near what was
 * measured for silent reading of English prose (Brysbaert 2019 gives 238).
 */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 230))

/**
 * Writes a day out in a language, such as `23 November 2026`.
 *
 * @param date The day in the form 2026-11-23.
 */
export const formatDate = (date: string, language: string): string => dateIn(language, date, 'day')

/** A `WithField` has a field of the frontmatter, which may hold Markdown. */
type WithField<N extends string> = Readonly<Partial<Record<N, string | undefined>>> & {
  readonly markup?: WithMarkup['markup'] | undefined
}

/** Returns a field of the frontmatter as HTML. A field without Markdown is escaped. */
export const fieldHtml = <N extends string>(of: WithField<N>, name: N): string =>
  of.markup?.[name]?.html ?? escapeHtml(of[name] ?? '')
