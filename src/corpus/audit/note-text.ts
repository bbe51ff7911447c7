/** This file describes the text of a note as figures are looked for in it. */
import type { LooseFigure, LooseKind } from '../figures/loose-figure.ts'
import type { Quantity } from '../figures/quantities.ts'

/** A `NoteText` is what a note says, with its numbers. */
export interface NoteText {
  readonly text: string
  /** Tells whether the note has one of some words, which are in small letters. */
  readonly hasWords: (words: readonly string[]) => boolean
  readonly quantities: readonly Quantity[]
  /** Gives the years, shares, factors or numbers in words of the note. They take longer to read, and are seldom needed. */
  readonly loose: (kind: LooseKind) => readonly LooseFigure[]
}
