/**
 * This file reads a canvas: JSON Canvas 1.0 (https://jsoncanvas.org/spec/1.0/), as Obsidian writes it. Whatever is
 * wrong is reported with its place and left out, and everything else is kept.
 */
import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser'
import { jsonError } from '../bibliography/json-error.ts'
import { replaceNoncharacters } from '../hast/slots.ts'
import type { Box } from '../model/canvas-layout.ts'
import { problem } from '../problem.ts'
import { isAboutPrivacy } from '../frontmatter/privacy.ts'
import { didYouMean, nearest } from '../suggest.ts'
import type { Document, Point, Problem } from '../vocabulary.ts'
import { pointsIn, type PointOf } from './points.ts'

export const SIDES = ['top', 'right', 'bottom', 'left'] as const
/** A `Side` is a side of a node, at which an edge begins or ends. */
export type Side = (typeof SIDES)[number]

const ENDS = ['none', 'arrow'] as const
type End = (typeof ENDS)[number]

const TYPES = ['text', 'file', 'link', 'group'] as const

/** `Drawn` is what nodes and edges have in common. */
interface Drawn {
  /** This is `1` to `6` for a colour of the palette, or `#rrggbb`. It is undefined for no colour. */
  readonly color?: string
  /** This is the label of a group or of an edge. */
  readonly label?: string
  /** This is the point in the file at which the node or the edge begins. */
  readonly point: Point
}

/** A `CanvasNode` is a node of a canvas. */
export interface CanvasNode extends Drawn {
  readonly type: (typeof TYPES)[number]
  /** This is the id in the file. It is empty where the node has none, or one that another node has. */
  readonly id: string
  /** This is undefined where the file does not say it in numbers. */
  readonly box?: Box
  /** This is Markdown, a path or an address, by the type of the node. It is empty for a group. */
  readonly content: string
  /** For a file, this is what was written after `#`: a heading or a block. */
  readonly fragment?: string
  /** Gives the point in the file of a line and a column in the content. */
  readonly pointIn: (at: Point) => Point
}

/** A `CanvasEdge` is a line from one node to another, by their indices. */
export interface CanvasEdge extends Drawn {
  readonly from: number
  readonly to: number
  readonly fromSide?: Side
  readonly toSide?: Side
  readonly fromEnd: End
  readonly toEnd: End
}

/** `Canvas` is what was read of a canvas. */
export interface Canvas {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly CanvasEdge[]
  /** These are the fields that say what a frontmatter would say, as plugins of Obsidian keep them. */
  readonly fields: Readonly<Record<string, unknown>>
  /** This is the point at which these fields stand. */
  readonly fieldsPoint: Point
  readonly problems: readonly Problem[]
}

/** A canvas has at most this many nodes, and as many edges. */
const MOST = 5000
const BEGINNING: Point = { line: 1, column: 1 }

type Report = (
  severity: 'error' | 'warning',
  at: Node | undefined,
  sentence: string,
  rule?: 'canvas' | 'too-many',
) => void

/** Reads a canvas. */
export function readCanvas({ path, text }: Document): Canvas {
  const problems: Problem[] = []
  const pointOf = pointsIn(text)
  const report: Report = (severity, at, sentence, rule = 'canvas') =>
    void problems.push(problem(severity, rule, path, at === undefined ? BEGINNING : pointOf(at.offset), sentence))
  const wrong = text.trim() === '' ? undefined : jsonError(text)
  if (wrong !== undefined) problems.push(problem('error', 'canvas', path, pointOf(wrong.offset), notJson(wrong.reason)))
  const errors: ParseError[] = []
  const tree = treeOf(text, errors)
  const root = tree === 'too deep' ? undefined : tree
  if (tree === 'too deep')
    report('error', undefined, 'The canvas is nested too deeply to be read. Save it in Obsidian again.')
  if (root !== undefined && root.type !== 'object')
    report('error', root, 'A canvas is an object that has "nodes" and "edges". Save it in Obsidian again.')
  const written = itemsOf(root, 'nodes', report)
  const ids = new Set<string>()
  const nodes = written.flatMap((node, index) => readNode(node, ids, index, pointOf, text, report) ?? [])
  const indices = new Map(nodes.map(({ id }, index) => [id, index]))
  const edges = itemsOf(root, 'edges', report).flatMap((edge) => readEdge(edge, indices, pointOf, report) ?? [])
  const metadata = at(root, 'metadata')
  const frontmatter = metadata && at(metadata, 'frontmatter')
  const fields = { ...fieldsOf(root, isAboutPrivacy), ...fieldsOf(metadata, isAboutPrivacy), ...fieldsOf(frontmatter) }
  // Where the metadata of a broken file cannot be read, nobody can say whether the file is meant to be public.
  const isUnclear =
    (wrong !== undefined || tree === 'too deep') && frontmatter === undefined && /"metadata"|"frontmatter"/.test(text)
  return {
    nodes,
    edges,
    fields: isUnclear ? { ...fields, draft: 'true' } : fields,
    fieldsPoint: pointOf((frontmatter ?? metadata ?? root)?.offset ?? 0),
    problems,
  }
}

/** Parses the text. The parser calls itself for what is nested, and what is nested very deeply is no canvas. */
function treeOf(text: string, errors: ParseError[]): Node | undefined | 'too deep' {
  try {
    return parseTree(text, errors)
  } catch {
    return 'too deep'
  }
}

const notJson = (reason: string): string =>
  `The canvas is not valid JSON: ${reason}. What can be read of it is shown. Mend it, or save it in Obsidian again.`

/** Gives the value of a field of an object. Of a field that is there twice, the last one counts, as in JSON. */
const at = (object: Node | undefined, key: string): Node | undefined =>
  object?.type === 'object'
    ? object.children?.findLast(({ children }) => children?.[0]?.value === key && children[1] !== undefined)
        ?.children?.[1]
    : undefined

/** Gives the fields of an object. Numbers and the like are given as text, because fields are read as text. */
function fieldsOf(object: Node | undefined, isWanted: (key: string) => boolean = () => true) {
  if (object?.type !== 'object') return {}
  const pairs = (object.children ?? []).flatMap(({ children: [key, value] = [] }): [string, unknown][] =>
    typeof key?.value === 'string' && value !== undefined && isWanted(key.value)
      ? [[key.value, asText(getNodeValue(value))]]
      : [],
  )
  return Object.fromEntries(pairs)
}

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

/** Gives the items of a list of the canvas, which are objects. */
function itemsOf(root: Node | undefined, key: 'nodes' | 'edges', report: Report): readonly Node[] {
  const list = at(root, key)
  if (list === undefined) return []
  if (list.type !== 'array') {
    report('warning', list, `"${key}" of a canvas is a list, and here it is none, so it is left out. Make it a list.`)
    return []
  }
  const items = list.children ?? []
  if (items.length > MOST)
    report(
      'warning',
      items[MOST],
      `The canvas has more than ${MOST} ${key}, and those from here on are left out. Cut the canvas into several.`,
      'too-many',
    )
  return items.slice(0, MOST).filter((item) => {
    if (item.type === 'object') return true
    const what = key === 'nodes' ? 'A node' : 'An edge'
    report('warning', item, `${what} of a canvas is an object, and this is none, so it is left out. Take it out.`)
    return false
  })
}

const textOf = (object: Node, key: string): string | undefined => {
  const value = at(object, key)
  return value?.type === 'string' ? replaceNoncharacters(value.value as string) : undefined
}

/** Reads one node. It is undefined where nothing can be shown of it. */
function readNode(
  node: Node,
  ids: Set<string>,
  index: number,
  pointOf: PointOf,
  text: string,
  report: Report,
): CanvasNode | undefined {
  const written = textOf(node, 'type')
  const type = TYPES.find((each) => each === written)
  if (type === undefined) {
    const what = written === undefined ? 'A node of the canvas has no type' : `There is no type of nodes "${written}"`
    const meant = written === undefined ? '' : didYouMean(nearest(written, TYPES))
    report(
      'warning',
      at(node, 'type') ?? node,
      `${what}, so the node is left out.${meant || ` Write one of ${TYPES.join(', ')}.`}`,
    )
    return undefined
  }
  const key = { text: 'text', file: 'file', link: 'url', group: undefined }[type]
  const holder = key === undefined ? undefined : at(node, key)
  if (key !== undefined && (holder?.type !== 'string' || (key !== 'text' && (holder.value as string).trim() === ''))) {
    report('warning', holder ?? node, `A node of the type ${type} needs a text as its "${key}". It is left out.`)
    return undefined
  }
  const fragment = textOf(node, 'subpath')?.replace(/^#/, '')
  const box = boxOf(node, report)
  return {
    type,
    id: idOf(node, ids, index, report),
    content: key === undefined ? '' : textOf(node, key)!,
    point: pointOf((type === 'file' ? holder! : node).offset),
    pointIn: pointInside(holder, text, pointOf),
    ...drawnOf(node, report),
    ...(box !== undefined && { box }),
    ...(type === 'file' && fragment !== undefined && fragment !== '' && { fragment }),
  }
}

/** Gives the id of a node. An id that another node has is not given twice, because edges lead to the first one. */
function idOf(node: Node, ids: Set<string>, index: number, report: Report): string {
  const id = textOf(node, 'id')
  if (id === undefined || id === '') {
    report('warning', node, 'This node of the canvas has no "id", so no edge can lead to it. Give it one.')
    return `\0${index}`
  }
  if (ids.has(id)) {
    const sentence = `The id "${id}" is that of an earlier node, to which the edges lead. Give this node another id.`
    report('warning', at(node, 'id'), sentence)
    return `\0${index}`
  }
  ids.add(id)
  return id
}

/** Reads the place and the size of a node. */
function boxOf(node: Node, report: Report): Box | undefined {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => {
    const value = at(node, key)?.value as unknown
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  })
  if (x === undefined || y === undefined || !(width! > 0) || !(height! > 0)) {
    report(
      'warning',
      node,
      'This node of the canvas lacks a number for "x", "y", "width" or "height", so it stands below the others. ' +
        'Give it one for each.',
    )
    return undefined
  }
  return { x, y, width: width!, height: height! }
}

/** Reads one edge. It is undefined where it leads from or to no node. */
function readEdge(
  edge: Node,
  indices: ReadonlyMap<string, number>,
  pointOf: PointOf,
  report: Report,
): CanvasEdge | undefined {
  const [from, to] = (['fromNode', 'toNode'] as const).map((key) => {
    const id = textOf(edge, key)
    const index = id === undefined ? undefined : indices.get(id)
    if (index === undefined)
      report(
        'warning',
        at(edge, key) ?? edge,
        id === undefined
          ? `This edge has no "${key}", so it is left out. Name the node by its id.`
          : `No node has the id "${id}", so this edge is left out. Mend the id, or take the edge out.`,
      )
    return index
  })
  if (from === undefined || to === undefined) return undefined
  const [fromSide, toSide] = (['fromSide', 'toSide'] as const).map((key) => oneOf(edge, key, SIDES, report))
  return {
    from,
    to,
    point: pointOf(edge.offset),
    ...drawnOf(edge, report),
    ...(fromSide !== undefined && { fromSide }),
    ...(toSide !== undefined && { toSide }),
    fromEnd: oneOf(edge, 'fromEnd', ENDS, report) ?? 'none',
    toEnd: oneOf(edge, 'toEnd', ENDS, report) ?? 'arrow',
  }
}

/** Reads a field that has one of some values. */
function oneOf<T extends string>(object: Node, key: string, values: readonly T[], report: Report): T | undefined {
  const value = at(object, key)
  if (value === undefined || value.type === 'null') return undefined
  const found = values.find((each) => each === value.value)
  if (found === undefined)
    report('warning', value, `"${key}" must be one of ${values.join(', ')}, so it counts as not written. Mend it.`)
  return found
}

/** Reads the colour and the label of a node or an edge. */
function drawnOf(object: Node, report: Report): Pick<Drawn, 'color' | 'label'> {
  const label = textOf(object, 'label')?.replace(/\s+/g, ' ').trim()
  const [color, holder] = [textOf(object, 'color')?.trim(), at(object, 'color')]
  const read = color === undefined || color === '' ? undefined : colorOf(color)
  if (color !== undefined && color !== '' && read === undefined)
    report('warning', holder, `"${color}" is no colour of a canvas. Write "1" to "6", or a colour such as "#ff8800".`)
  return { ...(label && { label }), ...(read !== undefined && { color: read }) }
}

function colorOf(written: string): string | undefined {
  if (/^[1-6]$/.test(written)) return written
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(written)
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase()
  return /^#[\da-f]{6}(?:[\da-f]{2})?$/i.test(written) ? written.slice(0, 7).toLowerCase() : undefined
}

/** Makes the function that gives the point in the file of a point in a text that is written as a string of JSON. */
function pointInside(holder: Node | undefined, text: string, pointOf: PointOf): CanvasNode['pointIn'] {
  let offsets: number[] | undefined
  return ({ line, column }) => {
    if (holder === undefined) return BEGINNING
    const lines = (holder.value as string).split('\n')
    const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
    offsets ??= offsetsIn(text.slice(holder.offset, holder.offset + holder.length))
    return pointOf(holder.offset + (offsets[before + column - 1] ?? 0))
  }
}

/** Gives the offset in a string of JSON, with its quotes, of each UTF-16 unit of the text that it stands for. */
function offsetsIn(written: string): number[] {
  const offsets: number[] = []
  for (let offset = 1; offset < written.length - 1;) {
    offsets.push(offset)
    offset += written[offset] !== '\\' ? 1 : written[offset + 1] === 'u' ? 6 : 2
  }
  return offsets
}
