/** This file puts the words of the interface together with values: counts, dates and roles. */
import { escapeHtml } from '../corpus/escape-html.ts'
import type { Balance, RelatedNote, WithMarkup } from '../corpus/model/entry.ts'
import { dateIn, directionOf } from '../corpus/language.ts'
import { type Stance, STANCES } from '../corpus/vocabulary.ts'
import type { Words } from '../corpus/words/words.ts'
import { siteWords } from '../site/index.ts'

/**
 * Returns the roles of a balance with their counts in words, such as `5 support` and `1 disputes`. Roles without
 * notes are left out.
 */
export function roleCounts(balance: Balance): { role: Stance; count: number; words: string }[] {
  const words = siteWords()
  return STANCES.flatMap((role) => {
    const count = balance[role] ?? 0
    return count === 0 ? [] : [{ role, count, words: words.count(words.countedRoles[role], count) }]
  })
}

/**
 * Returns what a relation says, from the end that it starts from or from the other one. Where nobody says what it is
 * called there, the other entry is the one that does it.
 */
export function relationInWords({ role, label, inverse }: Omit<RelatedNote, 'note'>, end: 'from' | 'to'): string {
  const { inverseOf, passiveRoles, drawsBackground, roles } = siteWords()
  if (label !== undefined) return end === 'from' ? label : (inverse ?? inverseOf(label))
  if (role === undefined) return ''
  return end === 'to' ? passiveRoles[role] : role === 'background' ? drawsBackground : roles[role]
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

/**
 * Returns the number of notes that rest on a retracted work, in words. It is empty where there are none.
 *
 * @example retractedCount({ supports: 1 }) // '1 rests on a retracted work'
 */
export function retractedCount(retracted: Balance = {}): string {
  const count = Object.values(retracted).reduce((sum, each) => sum + each, 0)
  const words = siteWords()
  return count === 0 ? '' : words.count(words.restOnRetracted, count)
}

/** This is the id of the group of the notes that rest on a retracted work, among the sources of an inquiry. */
export const RETRACTED_GROUP_ID = 'sources-retracted'

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

/** Says when an entry was written, or when it was updated. */
export const datedIn = ({ frame }: Words, date: string, isUpdated: boolean, language: string): string =>
  (isUpdated ? frame.updated : frame.written)(formatDate(date, language))

/** Returns a text as HTML. What stands between backticks is code. */
export const withCode = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')

/** A `WithField` has a field of the frontmatter, which may hold Markdown. */
type WithField<N extends string> = Readonly<Partial<Record<N, string | undefined>>> & {
  readonly markup?: WithMarkup['markup'] | undefined
}

/** Returns a field of the frontmatter as HTML. A field without Markdown is escaped. */
export const fieldHtml = <N extends string>(of: WithField<N>, name: N): string =>
  of.markup?.[name]?.html ?? escapeHtml(of[name] ?? '')
