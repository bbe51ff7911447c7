/** This file tells whether an essay gives a number of a note to another thing than the note does. */
import { isSame, valuesOf } from '../figures/quantities.ts'
import { STOP_WORDS } from '../figures/stop-words.ts'
import { around, wordAfter } from '../figures/surroundings.ts'
import type { Figure } from '../model/figure.ts'
import type { NoteText } from './note-text.ts'

/**
 * Tells whether a figure was taken for another one of its paragraph: of `250 people, 50 answered` the note says
 * `50 people, 250 words`. What the figure counts must be counted in the note with the other figure only.
 *
 * @param others The figures of the same paragraph.
 */
export function isSwapped(figure: Figure, others: readonly Figure[], { text, quantities }: NoteText): boolean {
  const { next, value } = figure
  if (figure.unit !== undefined || next.length < 3 || STOP_WORDS.has(next)) return false
  const rivals = others.filter((other) => other.next !== next && other.value !== value && other.unit === undefined)
  if (rivals.length === 0) return false
  const counted = quantities
    .filter(({ index, writtenEnd }) => wordAfter(around(text, index, writtenEnd)) === next)
    .flatMap(valuesOf)
  const isHere = counted.some((each) => isSame(each, value))
  return !isHere && counted.some((each) => rivals.some((rival) => isSame(each, rival.value)))
}
