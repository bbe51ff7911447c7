/** This file gives the schemas of a site that declares words of its own. */
import type { Kind, StatusName } from '../vocabulary.ts'
import { inquirySchema, noteSchema, SCHEMAS, statusField } from './fields.ts'
import { studyField, type DesignName } from './study.ts'

/** Keeps the schemas for the words of a site, because every file asks for one. */
const declared = new Map<string, (typeof SCHEMAS)[Kind]>()

/** These are words that a site declares, of which the values of fields may be some. */
interface OwnWords {
  readonly statuses?: readonly StatusName[] | undefined
  readonly designs?: readonly DesignName[] | undefined
}

/**
 * Gives the schema of the frontmatter of a kind.
 *
 * @param own The statuses and designs that the site declares.
 */
export function schemaFor(kind: Kind, { statuses = [], designs = [] }: OwnWords = {}): (typeof SCHEMAS)[Kind] {
  const words = kind === 'inquiry' ? statuses : kind === 'note' ? designs : []
  if (words.length === 0) return SCHEMAS[kind]
  const key = [kind, ...words].join('\n')
  const schema =
    declared.get(key) ??
    (kind === 'inquiry'
      ? inquirySchema.extend({ status: statusField(words) })
      : noteSchema.extend({ study: studyField(words) }))
  declared.set(key, schema)
  return schema
}
