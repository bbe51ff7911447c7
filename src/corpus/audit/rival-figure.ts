/** This file tells whether a note makes a statement of an essay with another number. */
import type { Figure, FigureKind, Unit } from '../model/figure.ts'
import { around, nearWords } from '../figures/surroundings.ts'
import { isInDigits, isInWords } from './same-figure.ts'
import type { NoteText } from './note-text.ts'

/** A `Rival` is a number of a note that a figure may have been meant to be. */
interface Rival {
  readonly kind: FigureKind
  readonly index: number
  readonly end: number
  readonly value: number
  readonly step: number
  readonly unit?: Unit | undefined
}

/** The words around a figure and its rival must agree in this share of those around the figure. */
const ALIKE = 0.5

/** Tells whether a note does not have a figure, and has another number in its place. */
export function isContradicted(figure: Figure, note: NoteText): boolean {
  if (figure.near.length === 0) return false
  const rivals = rivalsIn(note, figure)
  if (rivals.some((rival) => isSaidBy(figure, rival))) return false
  if (figure.kind !== 'year' && figure.kind !== 'ordinal' && (isInDigits(figure, note) || isInWords(figure, note)))
    return false
  return rivals.some(({ index, end }) => isSameStatement(figure, nearWords(around(note.text, index, end))))
}

/** Gives the numbers of a note that are of the kind of a figure. */
function rivalsIn(note: NoteText, { kind, unit }: Figure): readonly Rival[] {
  const inDigits = note.quantities.map((quantity): Rival => ({
    kind: 'measured',
    ...quantity,
    value: quantity.value * quantity.multiple,
  }))
  const ofUnit = inDigits.filter((each) => each.unit?.dimension === unit?.dimension)
  const loose = kind === 'measured' ? [] : note.loose(kind)
  switch (kind) {
    case 'year':
    case 'ordinal':
      return loose
    case 'measured':
      return ofUnit
    case 'count':
      return [...loose, ...ofUnit.filter(({ value }) => Number.isInteger(value))]
    default:
      return [...loose, ...ofUnit.map((each) => ({ ...each, value: each.value * (each.unit?.factor ?? 1) }))]
  }
}

/** Tells whether a rival says the same. A decade is said by each of its years, and a share by what it is rounded from. */
function isSaidBy({ kind, value, step, approximation }: Figure, rival: Rival): boolean {
  if (kind === 'year') return value <= rival.value + rival.step - 1 && rival.value <= value + step - 1
  const room = kind === 'share' ? (approximation === undefined ? 0.01 : 0.05) : 1e-9
  return kind !== 'measured' && Math.abs(value - rival.value) <= room
}

/** Tells whether enough of the words around a figure are around its rival too. */
function isSameStatement({ near, kind, value }: Figure, others: readonly string[]): boolean {
  const shared = near.filter((word) => others.includes(word)).length
  // Two and three are counted in many places, so more has to agree.
  const isCommon = kind === 'count' && value < 4
  return shared >= (isCommon ? 2 : 1) && shared >= near.length * ALIKE
}
