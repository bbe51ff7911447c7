/** This file describes what writers write as JSON Schemas, from which editors complete and check it. */
import { z } from 'zod'
import { RULES } from '../audit/rules.ts'
import { schemaFor } from '../schema/schema-for.ts'
import { inlineSourceSchema } from '../schema/inline-source.ts'
import { settingsSchema } from '../settings.ts'
import { jsonSchemaOf, TEXT, type JsonSchema } from '../written-as.ts'
import { entrySchema, graphSchema } from './exports.ts'
import { patternsOfKeys } from './keys.ts'
import { ownProperties, type Own } from './own-fields.ts'
import { orKeptBack, PRIVACY_FIELDS } from './privacy.ts'

/** These are what writers write: the frontmatter by its kind, a work written into a note, the settings. */
export const WRITTEN = ['inquiry', 'note', 'page', 'source', 'site'] as const
/** These are what sites give to other programs: `graph.json`, and the JSON beside the page of an entry. */
export const EXPORTED = ['graph', 'entry'] as const
/** These are all things that there is a JSON Schema of. */
export const DESCRIBED = [...WRITTEN, ...EXPORTED] as const

/** A `Described` is the name of something that there is a JSON Schema of. */
export type Described = (typeof DESCRIBED)[number]

/**
 * Makes the JSON Schema of something that writers write or that sites give to programs, in draft-07. Of what is written
 * it accepts every value that is read without an error, and every spelling of a key. It says no to most values that are
 * an error, but what depends on more than the value itself, such as whether there is such a day, only `check` can say.
 *
 * @param own What the site declares, which editors then know too.
 *
 * @example
 * jsonSchemaFor('note').title // 'The frontmatter of a note'
 */
export function jsonSchemaFor(described: Described, own: Own = {}): JsonSchema {
  const whole = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: TITLES[described],
    type: 'object' as const,
  }
  if (described === 'graph') return { ...whole, ...asExported(graphSchema) }
  if (described === 'entry') return { ...whole, ...asExported(entrySchema) }
  if (described === 'source') return { ...whole, ...jsonSchemaOf(inlineSourceSchema) }
  if (described === 'site') return { ...whole, ...fieldsOf(settingsSchema, {}), additionalProperties: false }
  const schema = schemaFor(described, {
    statuses: own.statuses?.map(({ name }) => name),
    designs: own.designs?.map(({ name }) => name),
  })
  return { ...whole, ...fieldsOf(schema, { ...PRIVACY_FIELDS, ...ownProperties(described, own) }) }
}

function asExported(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { target: 'draft-07', io: 'input' })
  return made
}

const TITLES: Readonly<Record<Described, string>> = {
  inquiry: 'The frontmatter of an inquiry',
  note: 'The frontmatter of a note',
  page: 'The frontmatter of a page, and of the text on a topic',
  source: 'A work that is written into a note',
  site: 'The settings of a site, site.yaml',
  graph: 'The graph of a site, graph.json',
  entry: 'The JSON beside the page of an entry',
}

/**
 * Describes every field once, and refers to it from its name and from the pattern of its other spellings. Editors
 * complete names, so a field has one.
 *
 * @param more Fields that are read before the schema is asked.
 */
function fieldsOf(schema: z.ZodObject, more: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const fields = Object.entries(schema.shape).map(([name, field]) => [name, fieldOf(name, field as z.ZodType)] as const)
  const definitions = Object.fromEntries([...fields, ...Object.entries(more)])
  const refer = (name: string): JsonSchema => ({ $ref: `#/definitions/${pointerTo(name)}` })
  const patterns = [...patternsOfKeys(schema, Object.keys(more))]
  return {
    properties: Object.fromEntries(Object.keys(definitions).map((name) => [name, refer(name)])),
    patternProperties: Object.fromEntries(patterns.map(([name, pattern]) => [pattern, refer(name)])),
    definitions,
  }
}

/** Writes a name as a part of a JSON Pointer (RFC 6901) in an address. A name that a site declares may hold any sign. */
const pointerTo = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))

/** Describes a field. Two know words that stand in rooms of their own: rules of the audit, and those about privacy. */
function fieldOf(name: string, field: z.ZodType): JsonSchema {
  const written = jsonSchemaOf(field)
  if (name === 'status') return orKeptBack(written)
  return name === 'audit' || name === 'silenced' ? withRules(written) : written
}

/** Names the rules of the audit that may be silenced. `audit` of the settings has other values, and no mapping. */
const withRules = ({ anyOf = [], ...rest }: JsonSchema): JsonSchema => ({
  ...rest,
  anyOf: anyOf.map((each) => (each.type === 'object' ? { ...each, properties: RULE_PROPERTIES } : each)),
})

const RULE_PROPERTIES: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.entries(RULES).map(([id, { title, why }]) => [id, { ...TEXT, description: `${title}. ${why}` }]),
)
