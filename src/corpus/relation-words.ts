/** This file holds the words for relations in frontmatter and in inline fields, and says what each of them states. */
import type { Role } from './vocabulary.ts'

/** A `Statement` is what a field states of the entry it stands in and the entry it names. */
export interface RelationMeaning {
  readonly role: Role
  /** With `from`, the entry bears on the one it names. With `to`, the one it names bears on the entry. */
  readonly end: 'from' | 'to'
}

/**
 * These are all fields that state a relation. `background` is CiTO's `obtainsBackgroundFrom`. `informs` is the same
 * relation seen from the other end, as discourse graphs have it.
 */
export const RELATION_FIELDS = {
  supports: { role: 'supports', end: 'from' },
  disputes: { role: 'disputes', end: 'from' },
  qualifies: { role: 'qualifies', end: 'from' },
  extends: { role: 'extends', end: 'from' },
  background: { role: 'background', end: 'from' },
  supportedBy: { role: 'supports', end: 'to' },
  disputedBy: { role: 'disputes', end: 'to' },
  qualifiedBy: { role: 'qualifies', end: 'to' },
  extendedBy: { role: 'extends', end: 'to' },
  informs: { role: 'background', end: 'to' },
} as const satisfies Readonly<Record<string, RelationMeaning>>

/** A `RelationField` is the name of a field that states a relation. */
export type RelationField = keyof typeof RELATION_FIELDS

/** These are the names of all fields that state a relation. */
export const RELATION_NAMES = Object.keys(RELATION_FIELDS) as RelationField[]

/** These are other words for each field, in lower case and without spaces, `_` or `-`. */
export const RELATION_SPELLINGS: Readonly<Record<RelationField, readonly string[]>> = {
  supports: ['support', 'supporting'],
  disputes: ['dispute', 'opposes', 'oppose', 'contradicts', 'refutes', 'challenges'],
  qualifies: ['qualify'],
  extends: ['extend'],
  background: ['informedby', 'obtainsbackgroundfrom', 'backgroundfrom'],
  supportedBy: [],
  disputedBy: ['opposedby', 'contradictedby', 'refutedby', 'challengedby'],
  qualifiedBy: [],
  extendedBy: [],
  informs: ['inform', 'backgroundfor'],
}

/** Leads from every word for a relation to its field. */
const FIELD_OF = new Map(
  RELATION_NAMES.flatMap((field) =>
    [field.toLowerCase(), ...RELATION_SPELLINGS[field]].map((word) => [word, field] as const),
  ),
)

/**
 * Gives the field that a word names. It is undefined where the word names no relation.
 *
 * @example
 * relationField('Opposes') // 'disputes'
 * relationField('supported by') // 'supportedBy'
 * relationField('likes') // undefined
 */
export function relationField(word: string): RelationField | undefined {
  return FIELD_OF.get(word.toLowerCase().replace(/[\s_-]/g, ''))
}
