/** This file finds positions in entries that several rules report. */
import { pointOfField } from '../frontmatter/position.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import { SCHEMAS } from '../schema/fields.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Point } from '../vocabulary.ts'
import type { RelationStatement } from '../model/resolved.ts'

/** Gives the point at which a relation is stated. */
export function pointOfStatement({ entries }: Corpus, { in: path, at }: RelationStatement): Point {
  const entry = entries.get(path)
  if ('line' in at) return at
  return entry === undefined ? { line: 1, column: 1 } : pointOfField(entry, SCHEMAS[entry.kind], at)
}

/** Gives the point of an inquiry's answer, or of its title where it has no answer. */
export const pointOfAnswer = (inquiry: ParsedInquiry): Point =>
  pointOfField(inquiry, SCHEMAS.inquiry, [inquiry.data.answer === undefined ? 'title' : 'answer'])
