/** This file writes the notes of a field as a short text, and reads it: scripts fetch that and draw the field from it. */
import { compareText } from '../compare.ts'
import type { Stance } from '../vocabulary.ts'
import type { FieldNote } from './field.ts'

const LETTERS: Readonly<Record<Stance | 'cited', string>> = {
  supports: 's',
  disputes: 'd',
  qualifies: 'q',
  extends: 'e',
  background: 'b',
  none: 'n',
  cited: 'c',
}

/**
 * Writes the role and the year of each note. The same notes give the same text, in whatever order they come.
 *
 * @example
 * fieldText([{ role: 'supports', year: 2021 }, { role: 'supports', year: 2021 }, {}]) // 'c s2021*2'
 */
export function fieldText(notes: readonly FieldNote[]): string {
  const counts = Map.groupBy(notes, ({ role, year }) => `${LETTERS[role ?? 'cited']}${year ?? ''}`)
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([note, { length }]) => (length === 1 ? note : `${note}*${length}`))
    .join(' ')
}

/** Reads what `fieldText` wrote. Anything else in the text is left out. */
export function readFieldText(text: string): FieldNote[] {
  return text.split(' ').flatMap((part) => {
    const [, letter, year, count = '1'] = /^([a-z])(-?\d+)?(?:\*(\d+))?$/.exec(part) ?? []
    const role = (Object.keys(LETTERS) as (Stance | 'cited')[]).find((each) => LETTERS[each] === letter)
    if (role === undefined) return []
    const note: FieldNote = {
      ...(role !== 'cited' && { role }),
      ...(year !== undefined && { year: Number(year) }),
    }
    return Array.from({ length: Number(count) }, () => note)
  })
}
