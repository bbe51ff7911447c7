/** This file reads the relations that `site.yaml` declares beside the roles. */
import { z } from 'zod'
import type { RelationType } from './relation-words.ts'
import { isEmpty, kindOf, oneOf, optional, text } from './schema/text.ts'
import { ROLES } from './vocabulary.ts'
import { writtenAs } from './written-as.ts'

/** This schema accepts what is said of one declared relation. */
const described = z.object(
  { label: text, inverse: text, role: optional(oneOf(ROLES)) },
  { error: (issue) => `must be a label, or have one, and it is ${kindOf(issue.input)}.` },
)
/** This schema accepts one declared relation. A text is its label. */
const relation = writtenAs(
  z.preprocess(
    (value) => (typeof value === 'string' || isEmpty(value) ? { label: isEmpty(value) ? undefined : value } : value),
    described,
  ),
  (convert) => ({ anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, convert(described)] }),
)

/** This schema accepts relations by their names. They come out as a list, so that no name is lost. */
export const relations = optional(
  writtenAs(
    z.unknown().transform((value, context): RelationType[] => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        const message = `must list relations by their names, each with its label, and it is ${kindOf(value)}.`
        context.issues.push({ code: 'custom', message, input: value })
        return z.NEVER
      }
      return Object.entries(value).flatMap(([name, written]) => {
        const { data, error } = relation.safeParse(written)
        for (const { message, path } of error?.issues ?? [])
          context.issues.push({ code: 'custom', message, input: written, path: [name, ...path] })
        if (data === undefined) return []
        const { label = name, inverse, role } = data
        return [{ name, label, ...(inverse !== undefined && { inverse }), ...(role !== undefined && { role }) }]
      })
    }),
    (convert) => ({ type: 'object', additionalProperties: convert(relation) }),
  ),
)
