/** This file describes what a site declares of its own as JSON Schema: its fields and its relations. */
import { SCHEMAS } from '../schema/fields.ts'
import type { RelationType } from '../relation-words.ts'
import type { OwnDesign, OwnField, OwnStatus } from '../site-config.ts'
import type { Kind } from '../vocabulary.ts'
import { anyCase, jsonSchemaOf, type JsonSchema } from '../written-as.ts'

/** `Own` is what a site declares beside what the engine knows. */
export interface Own {
  readonly fields?: readonly OwnField[]
  readonly statuses?: readonly OwnStatus[]
  readonly designs?: readonly OwnDesign[]
  readonly relations?: readonly RelationType[]
}

/** Describes the fields that a site has beside the engine's, by their names. */
export function ownProperties(kind: Kind, { fields = [], relations = [] }: Own): Record<string, JsonSchema> {
  const names = relations.flatMap(({ name, label, inverse }) =>
    [name, inverse].flatMap((word) =>
      word === undefined ? [] : [[word, { ...LINKS, description: descriptionOf(label) }] as const],
    ),
  )
  const declared = fields
    .filter(({ kinds }) => kinds.includes(kind))
    .map(({ name, label, schema }) => [name, { description: label, ...asWritten(jsonSchemaOf(schema)) }] as const)
  return Object.fromEntries([...names, ...declared])
}

const LINKS = jsonSchemaOf(SCHEMAS.note.shape.supports)

const descriptionOf = (label: string): string => `Entries, in a relation of this site: ${label}.`

/**
 * Accepts a value in each of the ways in which it is read: frontmatter is read as texts, so a number may be one, and a
 * text that looks like a number is a number for editors.
 */
function asWritten(schema: JsonSchema): JsonSchema {
  const { type, items, properties, anyOf, enum: values } = schema
  const within = {
    ...(isSchema(items) && { items: asWritten(items) }),
    ...(isSchema(properties) && { properties: mapValues(properties, asWritten) }),
    ...(anyOf !== undefined && { anyOf: anyOf.map(asWritten) }),
  }
  if (Array.isArray(values)) {
    const { type: _, ...rest } = schema
    return { ...rest, enum: [...new Set((values as unknown[]).flatMap(spellingsOf))] }
  }
  if (type === 'string') return { ...schema, type: ['string', 'number', 'boolean'] }
  if (type === 'number' || type === 'integer') return { anyOf: [schema, { type: 'string', pattern: NUMBER }] }
  if (type === 'boolean') return { anyOf: [schema, { type: 'string', pattern: BOOLEAN }] }
  return { ...schema, ...within }
}

const NUMBER = '^[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?$'
const BOOLEAN = `^(${anyCase('true')}|${anyCase('false')})$`

/** Gives a text, and what editors read in its place where it is not in quotation marks. */
function spellingsOf(value: unknown): unknown[] {
  if (typeof value !== 'string') return [value, String(value)]
  if (/^(true|false)$/.test(value)) return [value, value === 'true']
  return new RegExp(NUMBER).test(value) ? [value, Number(value)] : [value]
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const mapValues = (properties: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, isSchema(value) ? change(value) : value]))
