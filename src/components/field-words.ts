/** This file says in words what a field of evidence shows, wherever it is drawn. */
import type { EvidenceField, FieldMark } from '../corpus/evidence-field/field.ts'
import type { NoteInField } from '../corpus/evidence-field/field-notes.ts'
import { labelOf, type FieldWords } from '../corpus/evidence-field/svg.ts'
import { siteWords } from '../site/index.ts'

/** Returns what a field and its marks are called, in the language of the site. */
export function fieldWords<N extends NoteInField>({ columns }: EvidenceField<N>): Omit<FieldWords<N>, 'hrefOf'> {
  const words = siteWords()
  const { inquiry } = words
  const nameOf = ({ notes, column }: FieldMark<N>): string => {
    const [{ role, retracted, year, title }] = notes
    const how =
      (role === undefined ? words.cited : words.roles[role]) + (retracted ? words.frame.comma + words.onRetracted : '')
    return notes.length > 1
      ? inquiry.mark(how, labelOf(columns[column]!, inquiry.noYear), words.count(words.counts.notes, notes.length))
      : inquiry.mark(how, String(year ?? inquiry.noYear), title)
  }
  return { label: inquiry.field, undated: inquiry.undated, nameOf }
}
