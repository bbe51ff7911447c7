/** This file finds out where the nodes of a canvas stand, in which order they are read, and how its edges run. */
import type { Box } from '../model/canvas-layout.ts'
import { SIDES, type CanvasEdge, type CanvasNode, type Side } from './read-canvas.ts'

/** A `Reading` is a node with the nodes that it holds, by their indices. Only a group holds others. */
export interface Reading {
  readonly node: number
  readonly holds: readonly Reading[]
}

/** A `Layout` says where the nodes of a canvas stand. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** These are the boxes of the nodes, at the same indices. */
  readonly boxes: readonly Box[]
}

/** This is the room around the nodes of a drawing. Edges swing out into it, and labels of groups stand in it. */
const MARGIN = 48
/** A drawing that is wider or higher than this is of no use to a reader. */
export const LARGEST = 30_000
/** This is the size of a node that does not say how large it is. */
const USUAL = { width: 260, height: 120 }

/**
 * Lays a canvas out: all coordinates become whole and positive. Nodes without a place stand below the others. It is
 * undefined where the nodes are too far from one another to be drawn.
 */
export function layOut(nodes: readonly CanvasNode[]): Layout | undefined {
  const placed = nodes.flatMap(({ box }) => box ?? [])
  const left = Math.min(...placed.map(({ x }) => x), ...(placed.length === 0 ? [0] : []))
  const top = Math.min(...placed.map(({ y }) => y), ...(placed.length === 0 ? [0] : []))
  const bottom = Math.max(0, ...placed.map(({ y, height }) => y + height - top))
  let next = 0
  const boxes = nodes.map(({ box }): Box => {
    if (box !== undefined) {
      const [x, y] = [Math.round(box.x - left) + MARGIN, Math.round(box.y - top) + MARGIN]
      return { x, y, width: Math.max(1, Math.round(box.width)), height: Math.max(1, Math.round(box.height)) }
    }
    const below = Math.round(bottom) + (placed.length === 0 ? 1 : 2) * MARGIN
    return { x: MARGIN + next++ * (USUAL.width + MARGIN), y: below, ...USUAL }
  })
  const width = Math.max(0, ...boxes.map((box) => box.x + box.width)) + MARGIN
  const height = Math.max(0, ...boxes.map((box) => box.y + box.height)) + MARGIN
  return width > LARGEST || height > LARGEST ? undefined : { width, height, boxes }
}

/**
 * Gives the nodes in the order in which they are read: from top to bottom and from left to right, those of a group
 * within it.
 */
export function readingOrder(nodes: readonly CanvasNode[]): Reading[] {
  const groups = nodes
    .flatMap(({ type, box }, node) => (type === 'group' && box !== undefined ? [{ node, box }] : []))
    .sort((a, b) => areaOf(a.box) - areaOf(b.box) || a.node - b.node)
  const rank = new Map(groups.map(({ node }, index) => [node, index]))
  const parents = nodes.map(({ box }, index) => {
    if (box === undefined) return undefined
    // A group may only be in one that is larger, so that none is in itself.
    const from = (rank.get(index) ?? -1) + 1
    return groups.slice(from).find((group) => isWithin(box, group.box))?.node
  })
  const depths = new Map<number, number>()
  // The largest group comes first, so that the depth of every group is known before that of those in it.
  for (const { node } of groups.toReversed()) {
    const around = parents[node]
    depths.set(node, around === undefined ? 1 : depths.get(around)! + 1)
    if (around !== undefined && depths.get(around)! >= DEEPEST) {
      parents[node] = parents[around]
      depths.set(node, DEEPEST)
    }
  }
  const children = Map.groupBy(nodes.keys(), (index) => parents[index])
  const before = (a: number, b: number): number => {
    const [one, other] = [nodes[a]!.box, nodes[b]!.box]
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined) || a - b
    return one.y - other.y || one.x - other.x || a - b
  }
  const held = (parent: number | undefined): Reading[] =>
    [...(children.get(parent) ?? [])].sort(before).map((node) => ({ node, holds: held(node) }))
  return held(undefined)
}

/** Lists stand in one another to this depth. Groups that are deeper stand beside the one around them. */
const DEEPEST = 8

const areaOf = ({ width, height }: Box): number => width * height

/** Tells whether the middle of a box is in another one. */
function isWithin(box: Box, other: Box): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  return x >= other.x && x <= other.x + other.width && y >= other.y && y <= other.y + other.height
}

/** A `Spot` is a point of a drawing. */
interface Spot {
  readonly x: number
  readonly y: number
}

/** A `Curve` is an edge as it is drawn: data of SVG paths, and the place of its label. */
export interface Curve {
  readonly line: string
  readonly arrows: readonly string[]
  readonly middle: Spot
}

/** These are the directions away from a node at each of its sides. */
const AWAY: Readonly<Record<Side, Spot>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
}
/** This is the length of an arrow head, and half of its width. */
const HEAD = { length: 11, half: 5 }

/** Draws an edge between two boxes. Where no side is written, it runs between the sides that are nearest. */
export function curveOf({ fromSide, toSide, fromEnd, toEnd }: CanvasEdge, from: Box, to: Box): Curve {
  const [begins, ends] = nearestSides(from, to, fromSide, toSide)
  const [start, end] = [middleOf(from, begins), middleOf(to, ends)]
  const reach = Math.min(180, Math.max(30, Math.hypot(end.x - start.x, end.y - start.y) / 2))
  const [first, second] = [moved(start, AWAY[begins], reach), moved(end, AWAY[ends], reach)]
  // An arrow head covers the end of its line.
  const tail = fromEnd === 'arrow' ? moved(start, AWAY[begins], HEAD.length - 1) : start
  const tip = toEnd === 'arrow' ? moved(end, AWAY[ends], HEAD.length - 1) : end
  return {
    line: `M${at(tail)}C${at(first)} ${at(second)} ${at(tip)}`,
    arrows: [
      ...(fromEnd === 'arrow' ? [headAt(start, AWAY[begins])] : []),
      ...(toEnd === 'arrow' ? [headAt(end, AWAY[ends])] : []),
    ],
    // This is the point of the curve halfway along its parameter.
    middle: {
      x: Math.round((start.x + 3 * first.x + 3 * second.x + end.x) / 8),
      y: Math.round((start.y + 3 * first.y + 3 * second.y + end.y) / 8),
    },
  }
}

function nearestSides(from: Box, to: Box, fromSide?: Side, toSide?: Side): [Side, Side] {
  let best: [Side, Side] = [fromSide ?? 'right', toSide ?? 'left']
  let least = Infinity
  for (const begins of fromSide === undefined ? SIDES : [fromSide])
    for (const ends of toSide === undefined ? SIDES : [toSide]) {
      const [a, b] = [middleOf(from, begins), middleOf(to, ends)]
      const distance = Math.hypot(a.x - b.x, a.y - b.y)
      if (distance > 0 && distance < least) [least, best] = [distance, [begins, ends]]
    }
  return best
}

/** Gives the middle of a side. */
function middleOf({ x, y, width, height }: Box, side: Side): Spot {
  const away = AWAY[side]
  return { x: x + (width * (1 + away.x)) / 2, y: y + (height * (1 + away.y)) / 2 }
}

const moved = ({ x, y }: Spot, direction: Spot, by: number): Spot => ({
  x: x + direction.x * by,
  y: y + direction.y * by,
})

/** Draws an arrow head that points against a direction. */
function headAt(tip: Spot, away: Spot): string {
  const back = moved(tip, away, HEAD.length)
  const across = { x: away.y, y: away.x }
  return `M${at(tip)}L${at(moved(back, across, HEAD.half))} ${at(moved(back, across, -HEAD.half))}Z`
}

const at = ({ x, y }: Spot): string => `${Math.round(x)},${Math.round(y)}`
