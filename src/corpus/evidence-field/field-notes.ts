/** This file gives the field what it shows of the evidence of an inquiry. */
import type { FieldNote } from './field.ts'
import type { Evidence } from '../model/entry.ts'

/** A `NoteInField` is a note as the field of an inquiry's own page shows it, with its title and address. */
export type NoteInField = FieldNote & Required<Pick<FieldNote, 'title' | 'href'>>

/** Returns the notes of a field. Where a note draws on several works, the first that has a year places it. */
export const fieldNotes = (evidence: readonly Evidence[]): NoteInField[] =>
  evidence.map(({ note: { title, href }, role, retracted, sources }) => {
    const year = sources.find((source) => source.year !== undefined)?.year
    return {
      title,
      href,
      ...(role !== undefined && { role }),
      ...(year !== undefined && { year }),
      ...(retracted && { retracted }),
    }
  })
