/** The words for relations, in frontmatter and in inline fields, and what each of them says. */
import type { Role } from './vocabulary.ts'

/** What a field states of the entry it stands in and the one it names. */
export interface Statement {
  readonly role: Role
  /** `from`: the entry bears on the one it names. `to`: the one it names bears on the entry. */
  readonly end: 'from' | 'to'
}

/**
 * Every field that states a relation. `background` reads as CiTO's `obtainsBackgroundFrom`; `informs` is the same from the other end,
 * as discourse graphs have it.
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
} as const satisfies Readonly<Record<string, Statement>>

export type RelationField = keyof typeof RELATION_FIELDS

export const RELATION_NAMES = Object.keys(RELATION_FIELDS) as RelationField[]

/** Other words for the same, without case, spaces, `_` or `-`. */
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

const FIELD_OF = new Map(
  RELATION_NAMES.flatMap((field) =>
    [field.toLowerCase(), ...RELATION_SPELLINGS[field]].map((word) => [word, field] as const),
  ),
)

/** The relation a word names, if it names one: `Opposes`, `supported by`. */
export function relationField(word: string): RelationField | undefined {
  return FIELD_OF.get(word.toLowerCase().replace(/[\s_-]/g, ''))
}
