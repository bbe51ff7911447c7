/** This file finds the row of every node of a map in its column, and how the lines run between them. */
import { rankOf, type MapLine, type MapNode, type Neighbourhood } from './neighbourhood.ts'
import { NODE_KINDS, type NodeKind, type TieType } from './ties.ts'

/** A `MapColumn` holds the nodes of a kind, or those at a number of steps where all nodes are notes. */
export interface MapColumn {
  readonly of: NodeKind | MapNode['step']
  /** These are its nodes from the top. There is one at least. */
  readonly nodes: readonly MapNode[]
}

/** An `Arrangement` is a map that is ready to draw. Nothing on it overlaps, because every node has a row of its own. */
export interface Arrangement {
  /** These are two or three columns from the left, or from the right where pages are written from there. */
  readonly columns: readonly MapColumn[]
  /** This is the number of rows of the longest column. */
  readonly rows: number
  /** These are the lines of each type as data of one SVG path, in a plane of 100 by `rows` times `ROW`. */
  readonly paths: readonly { readonly type: TieType; readonly path: string }[]
}

/** This is the height of a row in the plane of the lines. */
export const ROW = 10

type Span = readonly [start: number, end: number]

/** Says where each of two or of three columns begins and ends, in hundredths of the width. `public/map.css` has the same. */
const SPANS: Readonly<Record<number, readonly Span[]>> = {
  2: [
    [0, 40],
    [56, 96],
  ],
  3: [
    [0, 26],
    [36, 62],
    [72, 98],
  ],
}

/** Arranges a neighbourhood. Equal neighbourhoods are arranged alike. */
export function arrange({ nodes, lines }: Neighbourhood): Arrangement {
  const columns = columnsOf(nodes, lines)
  const rows = Math.max(...columns.map((column) => column.nodes.length))
  const places = placesOf(columns, rows)
  const placeAt = (index: number): Place => places.get(nodes[index]!)!
  const paths = Map.groupBy(lines, ({ type }) => type)
  return {
    columns,
    rows,
    paths: [...paths]
      .sort(([a], [b]) => rankOf({ type: a }) - rankOf({ type: b }))
      .map(([type, group]) => ({
        type,
        path: group.map(({ from, to }) => curve(placeAt(from), placeAt(to))).join(''),
      })),
  }
}

/**
 * Divides nodes into columns and orders each. Notes come by their steps and their roles. The other columns follow: each
 * node is at the mean height of the notes to which it is tied, so that few lines cross. Inquiries that lead to the
 * middle come before it, and those to which it leads come after it.
 */
function columnsOf(nodes: readonly MapNode[], lines: readonly MapLine[]): MapColumn[] {
  const notes = nodes.filter(({ kind }) => kind === 'note').sort(byTelling)
  if (notes.length === nodes.length) return byStep(notes)
  const means = meansOf(nodes, lines, new Map(notes.map((note, index) => [note, index])))
  const byMean = (a: MapNode, b: MapNode): number =>
    lineage(a) - lineage(b) || (means.get(a) ?? LOW) - (means.get(b) ?? LOW)
  return NODE_KINDS.flatMap((of): MapColumn[] => {
    const column = of === 'note' ? notes : nodes.filter(({ kind }) => kind === of).sort(byMean)
    return column.length === 0 ? [] : [{ of, nodes: column }]
  })
}

/** Divides notes by their steps, where there is nothing else. */
const byStep = (notes: readonly MapNode[]): MapColumn[] =>
  ([0, 1, 2] as const).flatMap((of): MapColumn[] => {
    const column = notes.filter(({ step }) => step === of)
    return column.length === 0 ? [] : [{ of, nodes: column }]
  })

/** This is the height of what is tied to no note. */
const LOW = 1000

/** Compares two notes by their steps and by how much their ties tell. Equal ones stay as they are. */
const byTelling = (a: MapNode, b: MapNode): number => a.step - b.step || rankOf(a.tie) - rankOf(b.tie)

/** Gives the place of an inquiry in a lineage: before the middle, at it or beside it, or after it. */
function lineage({ step, tie }: MapNode): number {
  if (tie?.type === 'next') return tie.isInward ? 0 : 2
  return step === 2 ? 3 : 1
}

/** Gives the mean height of the notes to which each other node is tied. */
function meansOf(
  nodes: readonly MapNode[],
  lines: readonly MapLine[],
  heights: ReadonlyMap<MapNode, number>,
): Map<MapNode, number> {
  const sums = new Map<MapNode, { sum: number; count: number }>()
  const add = (node: MapNode, height: number | undefined): void => {
    if (height === undefined) return
    const known = sums.get(node)
    if (known === undefined) sums.set(node, { sum: height, count: 1 })
    else [known.sum, known.count] = [known.sum + height, known.count + 1]
  }
  for (const { from, to } of lines) {
    add(nodes[from]!, heights.get(nodes[to]!))
    add(nodes[to]!, heights.get(nodes[from]!))
  }
  return new Map([...sums].map(([node, { sum, count }]) => [node, sum / count]))
}

interface Place {
  readonly column: number
  readonly span: Span
  readonly y: number
}

/** Gives the places of nodes. A short column stands at half the height of the longest one. */
function placesOf(columns: readonly MapColumn[], rows: number): Map<MapNode, Place> {
  const places = new Map<MapNode, Place>()
  for (const [column, { nodes }] of columns.entries()) {
    const span = SPANS[columns.length]?.[column] ?? [0, 40]
    const above = (rows - nodes.length) / 2
    for (const [index, node] of nodes.entries())
      places.set(node, { column, span, y: Math.round((above + index + 0.5) * ROW) })
  }
  return places
}

/** Draws a line: across between columns, and as a bow beside one column. */
function curve(one: Place, other: Place): string {
  const [left, right] = one.column <= other.column ? [one, other] : [other, one]
  const start = left.span[1]
  if (left.column === right.column) {
    const reach = start + Math.min(9, 3 + Math.abs(left.y - right.y) / ROW)
    return `M${start} ${left.y}C${reach} ${left.y} ${reach} ${right.y} ${start} ${right.y}`
  }
  const end = right.span[0]
  const middle = (start + end) / 2
  return `M${start} ${left.y}C${middle} ${left.y} ${middle} ${right.y} ${end} ${right.y}`
}
