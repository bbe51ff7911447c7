/** Places in entries that several rules speak of. */
import { placeOfField } from '../frontmatter/place.ts'
import type { Corpus, ParsedInquiry, Place, Statement } from '../model.ts'
import { SCHEMAS } from '../schema.ts'

export function placeOfStatement({ entries }: Corpus, { in: path, at }: Statement): Place {
  const entry = entries.get(path)
  if ('line' in at) return at
  return entry === undefined ? { line: 1, column: 1 } : placeOfField(entry, SCHEMAS[entry.kind], at)
}

/** Where an inquiry gives its answer, or else its title. */
export const placeOfAnswer = (inquiry: ParsedInquiry): Place =>
  placeOfField(inquiry, SCHEMAS.inquiry, [inquiry.data.answer === undefined ? 'title' : 'answer'])
