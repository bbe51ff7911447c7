/** This file describes the evidence field: the notes that bear on an inquiry, as marks in columns of years. */
import type { Stance } from '../vocabulary.ts'

/** A `FieldNote` is what the field has to know of a note. */
export interface FieldNote {
  /** The role is undefined where the essay cites the note and the note does not name the inquiry. */
  readonly role?: Stance
  /** This is the year of the work that the note is drawn from. */
  readonly year?: number
  /** This is true where a work that the note is drawn from was retracted. */
  readonly retracted?: true
  readonly title?: string
  readonly href?: string
}

/** A `FieldColumn` holds the notes of some years, or those without a year. */
export interface FieldColumn<N extends FieldNote = FieldNote> {
  /** This is the first year of the column. It is undefined for all years up to the last one, and without years. */
  readonly from?: number
  /** This is the last year of the column. It is undefined where the notes have no year. */
  readonly to?: number
  readonly notes: readonly N[]
}

/** A `FieldMark` is a note in the field, or several where there are too many to draw each. */
export interface FieldMark<N extends FieldNote = FieldNote> {
  /** These are the notes that the mark stands for. There is more than one only in a summary. */
  readonly notes: readonly [N, ...N[]]
  /** This is the index of the column. */
  readonly column: number
  /** This is the distance of the mark's centre from the middle of its column, in cells. */
  readonly x: number
  /** This is the distance of the mark's centre from the top of the field, in cells. */
  readonly y: number
}

/**
 * An `EvidenceField` is a field that is laid out. A cell is a square that holds one mark. Columns are of the same
 * width, whatever width that is, so that the same field fits a phone and a desk.
 */
export interface EvidenceField<N extends FieldNote = FieldNote> {
  readonly columns: readonly FieldColumn<N>[]
  /** This is the number of cells that every column has room for side by side. */
  readonly cells: number
  /** This is the height of the field in cells. */
  readonly height: number
  /**
   * These are the distances of the lines from the top, in cells: above them is what supports, below them what disputes.
   * There is one through what is on it, or there are two around what is between, where that takes several rows.
   */
  readonly lines: readonly number[]
  /** This is true where a mark stands for all notes of a role in its column, and has their number below it if there are several. */
  readonly isSummary: boolean
  readonly marks: readonly FieldMark<N>[]
}

/** This is the number of cells side by side that fit a window of 320 pixels, where a cell of 24 is room for a finger. */
export const MAX_CELLS = 11
/** This is the greatest number of notes that are drawn one by one. */
export const MAX_NOTES = 60
