/**
 * This file finds the places of the nodes of a site's map. Nodes push each other away and lines pull them together.
 * There is no chance in it, and no function of which machines give different digits, so that equal maps are placed
 * alike everywhere.
 */
import type { SiteLine, SiteMap, SiteNode } from './site-map.ts'

/** A `PlacedBox` is the middle of a node and the size of the box that it fills. All numbers are whole. */
export interface PlacedBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** This is the radius of the circle of a topic, at the top of its box. It is zero for all others. */
  readonly radius: number
}

/** A `SitePlan` has the boxes of all nodes, at the indices of the nodes. None of them overlap. */
export interface SitePlan {
  readonly width: number
  readonly height: number
  readonly boxes: readonly PlacedBox[]
}

/** This is the width of every map, in pixels. */
export const MAP_WIDTH = 880
/** There is so much room around each box, in pixels. */
const GAP = 6
/** So many times the nodes are moved. */
const STEPS = 80

/** Places the nodes of a map. */
export function placeNodes({ nodes, lines }: SiteMap): SitePlan {
  const largest = Math.max(1, ...nodes.map(({ notes }) => notes))
  const sizes = nodes.map((node) => sizeOf(node, largest))
  const area = sizes.reduce((sum, { width, height }) => sum + (width + 18) * (height + 18), 0)
  const frame = Math.max(400, (area * 1.6) / MAP_WIDTH)
  const plane = spread(sizes.length, frame)
  for (let step = 0; step < STEPS; step++) move(plane, lines, 1 - step / STEPS)
  stretch(plane.xs, MAP_WIDTH)
  stretch(plane.ys, frame)
  const boxes = settle(plane, sizes)
  return { width: MAP_WIDTH, height: Math.max(0, ...boxes.map(({ y, height }) => y + height / 2)) + GAP, boxes }
}

type Size = Omit<PlacedBox, 'x' | 'y'>

/** Gives the size of the box of a node. A note is a mark, which a finger can hit. */
function sizeOf({ kind, notes }: SiteNode, largest: number): Size {
  if (kind === 'note') return { width: 24, height: 24, radius: 0 }
  if (kind === 'inquiry') return { width: 168, height: 66, radius: 0 }
  const radius = Math.round(6 + 34 * Math.sqrt(notes / largest))
  return { width: 132, height: 2 * radius + 46, radius }
}

/** A `Plane` has the coordinates of all nodes while their places are looked for. */
interface Plane {
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly height: number
}

/** Spreads nodes evenly over a plane, row by row. Every second row is moved by half a step, so that forces differ. */
function spread(count: number, height: number): Plane {
  const columns = Math.max(1, Math.ceil(Math.sqrt((count * MAP_WIDTH) / height)))
  const rows = Math.max(1, Math.ceil(count / columns))
  const rowOf = (index: number): number => Math.floor(index / columns)
  const place = (of: (index: number) => number): Float64Array => Float64Array.from({ length: count }, (_, at) => of(at))
  return {
    xs: place((index) => (((index % columns) + 0.5 + (rowOf(index) % 2) / 2) * MAP_WIDTH) / (columns + 0.5)),
    ys: place((index) => ((rowOf(index) + 0.5) * height) / rows),
    height,
  }
}

/**
 * Moves all nodes a little, by the method of Fruchterman and Reingold (1991, https://doi.org/10.1002/spe.4380211102).
 * This loop is most of what a map costs, so it is written for speed.
 */
function move({ xs, ys, height }: Plane, lines: readonly SiteLine[], heat: number): void {
  const count = xs.length
  const wanted = Math.sqrt((MAP_WIDTH * height) / count) * 0.6
  const [fx, fy] = [new Float64Array(count), new Float64Array(count)]
  const push = (one: number, other: number, strength: number, dx: number, dy: number): void => {
    fx[one]! += dx * strength
    fy[one]! += dy * strength
    fx[other]! -= dx * strength
    fy[other]! -= dy * strength
  }
  for (let one = 0; one < count; one++)
    for (let other = 0; other < one; other++) {
      const dx = xs[one]! - xs[other]!
      const dy = ys[one]! - ys[other]!
      push(one, other, (wanted * wanted) / Math.max(1, dx * dx + dy * dy), dx, dy)
    }
  for (const { from, to } of lines) {
    const dx = xs[from]! - xs[to]!
    const dy = ys[from]! - ys[to]!
    push(from, to, -Math.sqrt(dx * dx + dy * dy) / wanted, dx, dy)
  }
  for (let index = 0; index < count; index++) {
    const [x, y] = [fx[index]!, fy[index]!]
    const slowed = Math.min(1, (60 * heat) / Math.max(1, Math.sqrt(x * x + y * y)))
    xs[index] = Math.min(MAP_WIDTH, Math.max(0, xs[index]! + x * slowed))
    ys[index] = Math.min(height, Math.max(0, ys[index]! + y * slowed))
  }
}

/** Stretches coordinates over the whole of a length, of which forces leave much empty. */
function stretch(values: Float64Array, length: number): void {
  const least = Math.min(...values)
  const extent = Math.max(1, Math.max(...values) - least)
  for (const [index, value] of values.entries()) values[index] = ((value - least) / extent) * length
}

/** Sets the boxes down from the top, each as high as those already there leave room at its side. */
function settle({ xs, ys }: Plane, sizes: readonly Size[]): PlacedBox[] {
  const boxes: PlacedBox[] = []
  const order = [...sizes.keys()].sort((a, b) => ys[a]! - ys[b]! || a - b)
  for (const index of order) {
    const size = sizes[index]!
    const half = size.width / 2 + GAP
    const x = Math.round(Math.min(MAP_WIDTH - half, Math.max(half, xs[index]!)))
    const y = Math.round(Math.max(size.height / 2 + GAP, ys[index]!))
    boxes[index] = freePlace({ x, y, ...size }, Object.values(boxes))
  }
  return boxes
}

/** Gives the nearest free place at the height of a box or below. */
function freePlace(box: PlacedBox, taken: readonly PlacedBox[]): PlacedBox {
  const hit = taken.find(
    (other) =>
      Math.abs(other.x - box.x) * 2 < other.width + box.width + GAP &&
      Math.abs(other.y - box.y) * 2 < other.height + box.height + GAP,
  )
  if (hit === undefined) return box
  return freePlace({ ...box, y: Math.ceil(hit.y + (hit.height + box.height + GAP) / 2) }, taken)
}
