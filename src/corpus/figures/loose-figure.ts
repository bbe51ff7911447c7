/** This file describes numbers that are often the author's own. */
import type { FigureKind, Unit } from '../model/figure.ts'

/** A `LooseKind` is a kind of figure that is not simply measured. */
export type LooseKind = Exclude<FigureKind, 'measured'>

/** A `LooseFigure` is a number that is often the author's own, with its offsets in the text. */
export interface LooseFigure {
  readonly kind: LooseKind
  readonly index: number
  readonly end: number
  readonly value: number
  /** For a decade this is 10, because any year in it is meant. */
  readonly step: number
  readonly unit?: Unit
}
