/** This file describes where the parts of a canvas stand in its drawing. */

/** A `Box` is a rectangle in the coordinates of a canvas, in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A `PlacedNode` is a node with its place in the drawing. */
export interface PlacedNode extends Box {
  /** This is the id of its element on the page. */
  readonly id: string
  /** This is a colour of its own, as `#rrggbb`. Colours of the palette are named on the element. */
  readonly color?: string
}

/** A `CanvasLayout` is the size of a drawing, and the places of its nodes. All coordinates are whole and positive. */
export interface CanvasLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
}
