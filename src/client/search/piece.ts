/** This is a piece of an excerpt. A match is marked. */
export interface Piece {
  readonly text: string
  readonly isMatch: boolean
}
