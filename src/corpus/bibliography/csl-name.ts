/** This file brings names of CSL-JSON into a form on which everything after can rely. */
import type { CslName } from '../model/csl.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

const NAME_PARTS = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle']

/** Gives a list of names. It is undefined where one of them is none, or where there is nobody. */
export function soundNames(value: unknown): CslName[] | undefined {
  if (!Array.isArray(value)) return undefined
  if (value.every(isPlainName)) return value
  const names = value.map(soundName)
  return names.includes(undefined) ? undefined : (names as CslName[])
}

/** Tells whether a value is a name of the parts that most names have, and of no others. */
function isPlainName(value: unknown): value is CslName {
  if (!isRecord(value)) return false
  for (const part in value) if (typeof value[part] !== 'string' || !PLAIN_PARTS.has(part)) return false
  return true
}

const PLAIN_PARTS: ReadonlySet<string> = new Set(NAME_PARTS)

/** These are parts of names as Crossref writes them, of which CSL-JSON knows nothing. */
const OTHER_PARTS = ['name', 'affiliation', 'sequence', 'role']

/**
 * Gives a name without what CSL-JSON has no place for, such as affiliations. Crossref writes an institution in `name`,
 * which is a literal name.
 */
function soundName(value: unknown): CslName | undefined {
  if (!isRecord(value)) return undefined
  const { name, affiliation: _, sequence: __, role: ___, ...parts } = value
  const isWhole = typeof name === 'string' && NAME_PARTS.every((part) => parts[part] === undefined)
  const sound = isWhole ? { ...parts, literal: name } : parts
  return Object.values(sound).every(isScalar) && hasTexts(sound) ? sound : undefined
}

/** The parts of a name are texts; only flags of the format may be anything else. */
const hasTexts = (name: Readonly<Record<string, unknown>>): boolean =>
  NAME_PARTS.every((part) => name[part] === undefined || typeof name[part] === 'string')

/** Tells whether a list has names as Crossref writes them. */
export const hasForeignName = (value: unknown): boolean =>
  Array.isArray(value) && value.some((name) => isRecord(name) && OTHER_PARTS.some((part) => part in name))
