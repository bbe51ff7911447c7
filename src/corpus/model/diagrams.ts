/** This file describes diagrams that are drawn. */

/**
 * This character stands in the ids of a drawing for the number that the drawing has on its page. It is a noncharacter,
 * so that no text can hold it.
 */
export const DRAWING_NUMBER = '\uFDD2'
/** This character stands before each drawing, so that the drawings of a page can be counted. */
export const DRAWING_BEGINS = '\uFDD3'

/** A `Drawing` is a diagram as it is shown. */
export interface Drawing {
  /** This is sanitised SVG. Its ids hold `DRAWING_NUMBER`. */
  readonly svg: string
  /** This says what is drawn, for those who do not see it. */
  readonly name: string
  /** This is true where the drawing is too wide for a phone, and scrolls there. */
  readonly isWide: boolean
}

/** `Drawings` are the diagrams of a site that are drawn, by their code. */
export type Drawings = ReadonlyMap<string, Drawing>
