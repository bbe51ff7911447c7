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
 * relationField('is supported by') // 'supportedBy'
 * relationField('likes') // undefined
 */
export function relationField(word: string): RelationField | undefined {
  return FIELD_OF.get(bareWord(word).replace(/^is(?=.+by$)/, ''))
}

/** Gives the form of a word in which all its spellings are equal. */
const bareWord = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, '')

/** A `RelationType` is a relation that a site or a vault declares. */
export interface RelationType {
  /** This is another word for the relation, in fields. */
  readonly name?: string
  /** These words say what an entry does to the one that it names: `uses`. */
  readonly label: string
  /** These words say the same from the other end: `used in`. */
  readonly inverse?: string
  /** This is the role that the relation counts as. It counts as none where this is undefined. */
  readonly role?: Role
}

/** A `StatedRelation` is what a word states of the entry that it stands in and of the one that is named after it. */
export interface StatedRelation {
  readonly end: RelationMeaning['end']
  /** The role is undefined for a relation that counts as none. */
  readonly role?: Role
  /** The label is undefined where the relation is a role and no more. */
  readonly label?: string
  readonly inverse?: string
}

/**
 * Gives what a word states, by the declared relations and by the words that everybody may use. It is undefined where
 * the word names no relation.
 *
 * @example
 * statedRelation('Used in', [{ label: 'uses', inverse: 'used in' }]) // { end: 'to', label: 'uses', inverse: 'used in' }
 * statedRelation('opposes', []) // { end: 'from', role: 'disputes' }
 */
export function statedRelation(word: string, types: readonly RelationType[]): StatedRelation | undefined {
  const declared = types.length === 0 ? undefined : wordsOf(types).get(bareWord(word))
  const field = declared === undefined ? relationField(word) : undefined
  return field === undefined ? declared : RELATION_FIELDS[field]
}

/** Keeps the words of each list of types, because every field asks for them. */
const words = new WeakMap<readonly RelationType[], ReadonlyMap<string, StatedRelation>>()

function wordsOf(types: readonly RelationType[]): ReadonlyMap<string, StatedRelation> {
  let known = words.get(types)
  if (known === undefined) words.set(types, (known = new Map(types.flatMap(wordsFor).reverse())))
  return known
}

function wordsFor(type: RelationType): [string, StatedRelation][] {
  const from = relationOfType(type)
  const to = otherEnd(from)
  return [
    ...[type.name, type.label].flatMap((word): [string, StatedRelation][] => (word ? [[bareWord(word), from]] : [])),
    ...(type.inverse ? [[bareWord(type.inverse), to] as [string, StatedRelation]] : []),
  ]
}

/** Gives what a declared relation states. One whose words everybody knows is a role and no more. */
export function relationOfType({ label, inverse, role }: RelationType): StatedRelation {
  const field = role === undefined ? relationField(label) : undefined
  const backwards = role === undefined && inverse !== undefined ? relationField(inverse) : undefined
  if (field !== undefined) return RELATION_FIELDS[field]
  if (backwards !== undefined) return otherEnd(RELATION_FIELDS[backwards])
  return { end: 'from', label, ...(inverse !== undefined && { inverse }), ...(role !== undefined && { role }) }
}

const otherEnd = (relation: StatedRelation): StatedRelation => ({
  ...relation,
  end: relation.end === 'from' ? 'to' : 'from',
})
