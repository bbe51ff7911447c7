/** This file reads the fields of the frontmatter that the owner of a site declares. */
import type { z } from 'zod'
import { pointOf } from './frontmatter/position.ts'
import type { Mapping } from './frontmatter/yaml.ts'
import { problem } from './problem.ts'
import { bareKey } from './schema/spellings.ts'
import type { OwnField, OwnValue } from './site-config.ts'
import type { Document, Kind, Problem } from './vocabulary.ts'

/** This is what came of the fields of an entry that the engine does not know. */
export interface OwnValues {
  readonly values: readonly OwnValue[]
  /** These are the fields that nobody declares. */
  readonly unread: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * Reads the declared fields of an entry. A value that is wrong is reported at its place and left out.
 *
 * @param written All fields as they are written.
 * @param unread The names of those that the engine does not read.
 */
export function readOwnFields(
  document: Document,
  kind: Kind,
  written: Mapping,
  unread: readonly string[],
  fields: readonly OwnField[],
): OwnValues {
  const values: OwnValue[] = []
  const problems: Problem[] = []
  const read = new Set<string>()
  for (const field of fields) {
    const { name, kinds, schema } = field
    const key = unread.find((each) => bareKey(each) === bareKey(name))
    if (key === undefined || !kinds.includes(kind)) continue
    read.add(key)
    // Frontmatter is read as texts. A schema that wants no text is given the number or the truth value that one says.
    const asText = schema.safeParse(written[key])
    const result = asText.success ? asText : schema.safeParse(withScalars(written[key]))
    if (!result.success) problems.push(...result.error.issues.map((issue) => wrongValue(document, key, issue)))
    else if (isStated(result.data)) values.push(ownValue(field, result.data))
  }
  return { values, unread: unread.filter((key) => !read.has(key)), problems }
}

const ownValue = ({ name, label, isShown, isSearchable, isFilterable }: OwnField, value: unknown): OwnValue => ({
  name,
  label,
  text: inWords(value),
  ...(isFilterable && { values: [...new Set((Array.isArray(value) ? value : [value]).map(inWords))] }),
  isShown,
  isSearchable,
})

/** Takes texts for the numbers and truth values that YAML 1.2 has for them, at any depth. */
function withScalars(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withScalars)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withScalars(each)]))
  if (typeof value !== 'string') return value
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value) ? Number(value) : value
}

function wrongValue(document: Document, key: string, { path, message }: z.core.$ZodIssue): Problem {
  const at = [key, ...path.filter((part): part is string | number => typeof part !== 'symbol')]
  const sentence = `The field "${at.join('.')}" is wrong: ${message}. Mend it, or change its schema in throughline.config.`
  return problem('error', 'field-value', document.path, pointOf(document, at), sentence)
}

const isStated = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Writes a value as people read it: a list with commas, a day without its time. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
