/** This file describes the figures of an essay, as the audit compares them with notes. */
import type { Point } from '../vocabulary.ts'

/** A `Unit` is what a number counts in. Values of one dimension can be compared once they are multiplied. */
export interface Unit {
  /** This names what is measured: `share`, `times`, `length`, or a currency by its sign. */
  readonly dimension: string
  /** A value in this unit times this is the value in the base unit of its dimension. */
  readonly factor: number
}

/**
 * A `FigureKind` says how a number is meant. What is `measured` has to be in the evidence. The others are as often the
 * author's own (a year, an ordinal, a share or a number in words, a factor such as `twofold`): they are only compared
 * with a note that makes the same statement with another number.
 */
export type FigureKind = 'measured' | 'count' | 'year' | 'ordinal' | 'share' | 'factor'

/** An `Approximation` is what a word before a number says of its exactness: `about 60`, `over 60`, `nearly 60`. */
export type Approximation = 'about' | 'over' | 'under'

/** A `Figure` is a number of an essay that evidence can be asked of. */
export interface Figure {
  readonly kind: FigureKind
  /** This is the figure as it was written, with its unit where that is `%` or a multiple. */
  readonly written: string
  /** This is the value in the unit, its multiple included: 4.5e6 for `4.5 million`. */
  readonly value: number
  /** This is the value of the last digit that is written: 0.1 for `63.4`. */
  readonly step: number
  readonly unit?: Unit | undefined
  /** This is true where the number has a minus before it. */
  readonly isNegative: boolean
  readonly approximation?: Approximation | undefined
  /** These are the words around the figure in its sentence that carry meaning, in small letters. */
  readonly near: readonly string[]
  /** This is the word right after the figure, in small letters. It is empty where there is none. */
  readonly next: string
  /** This is the point in the file at which the figure begins. */
  readonly point: Point
}
