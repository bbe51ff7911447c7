/** Places in entries that several rules speak of. */
import { placeOfField } from '../frontmatter/position.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import { SCHEMAS } from '../schema.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Place } from '../vocabulary.ts'
import type { Statement } from '../model/resolved.ts'

export function placeOfStatement({ entries }: Corpus, { in: path, at }: Statement): Place {
  const entry = entries.get(path)
  if ('line' in at) return at
  return entry === undefined ? { line: 1, column: 1 } : placeOfField(entry, SCHEMAS[entry.kind], at)
}

/** Where an inquiry gives its answer, or else its title. */
export const placeOfAnswer = (inquiry: ParsedInquiry): Place =>
  placeOfField(inquiry, SCHEMAS.inquiry, [inquiry.data.answer === undefined ? 'title' : 'answer'])
