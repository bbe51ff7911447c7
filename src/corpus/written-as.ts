/**
 * This file says how the fields of files are written, as JSON Schema. Most of our schemas read a value before they judge
 * it, and zod tells nothing of that: what stands in a file may be a single name where the schema has a list.
 */
import { z } from 'zod'

/** A `JsonSchema` is a JSON Schema of draft-07, which editors read. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly anyOf?: readonly JsonSchema[]
}

/** A `Form` makes the JSON Schema of what is written for a schema, with a function for schemas within. */
type Form = (convert: (schema: z.ZodType) => JsonSchema) => JsonSchema

/** Keeps what is written for schemas that read a value first. */
const forms = new WeakMap<z.core.$ZodType, Form>()

/** A schema that is derived of another one, by a description or a check, is written as that one is. */
function formOf(schema: z.core.$ZodType): Form | undefined {
  const form = forms.get(schema)
  const { parent } = schema._zod
  return form === undefined && parent !== undefined ? formOf(parent) : form
}

/**
 * Says how the value of a schema is written.
 *
 * @param form Makes its JSON Schema. It is only called where somebody asks for it, with a function for schemas within.
 * @returns The schema itself.
 */
export function writtenAs<T extends z.ZodType>(schema: T, form: Form): T {
  forms.set(schema, form)
  return schema
}

/** Makes the JSON Schema of what is written for a schema, with its description. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-07',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const form = formOf(zodSchema)
      // A default is what a field means that is not written, and an editor would write it.
      delete jsonSchema.default
      if (zodSchema instanceof z.ZodObject) setRequired(jsonSchema, zodSchema)
      if (form === undefined) return
      const { description } = jsonSchema
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key)
      Object.assign(jsonSchema, form(jsonSchemaOf), description !== undefined && { description })
    },
  })
  return made
}

/** Tells which keys must be there. What reads a value first may also read that there is none, of which zod knows nothing. */
function setRequired(jsonSchema: { required?: string[] }, { shape }: z.ZodObject): void {
  delete jsonSchema.required
  const required = Object.keys(shape).filter((key) => !(shape[key] as z.ZodType).safeParse(undefined).success)
  if (required.length > 0) jsonSchema.required = required
}

/** An empty value, which counts as not written. JSON Schema has no flags for patterns, so each case is listed. */
export const NOTHING: JsonSchema = {
  anyOf: [{ type: 'null' }, { type: 'string', pattern: '^\\s*(?:~|null|Null|NULL)?\\s*$' }],
}

/** A link without quotes, `[[x]]`, which YAML reads as a list in a list. */
const UNQUOTED_LINK: JsonSchema = {
  type: 'array',
  minItems: 1,
  maxItems: 1,
  items: { type: 'array', items: { type: ['string', 'number', 'boolean', 'null'] } },
}

/** A text. Titles such as `1917` and names such as `true` are texts as well, and editors read a number there. */
export const TEXT: JsonSchema = { anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, UNQUOTED_LINK] }

/** A text in which a year stands. Which forms of dates are read is more than a pattern can say. */
export const DATE: JsonSchema = {
  anyOf: [{ type: 'string', pattern: '\\d{4}' }, { type: 'number', minimum: 0 }, UNQUOTED_LINK, NOTHING],
}

/**
 * Makes the source of a pattern that matches a word in any case.
 *
 * @example
 * anyCase('no') // '[nN][oO]'
 */
export const anyCase = (word: string): string =>
  Array.from(word, (letter) => {
    const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()]
    return lower === upper ? letter : `[${lower}${upper}]`
  }).join('')
