/** Finds the position of a field in a file. This is slow, so it is done only when there is something to report. */
import { isNode, isSeq, type Node } from 'yaml'
import type { z } from 'zod'
import { bareKey, spellings } from '../schema/spellings.ts'
import { pathKey } from './plain-yaml.ts'
import { itemsOf, pairsOf, pointIn, treeOf } from './yaml-tree.ts'
import type { Document, Point } from '../vocabulary.ts'

/** A path into frontmatter, for example `['inquiries', 0, 'role']`. Its numbers count the items of a list from zero. */
export type KeyPath = readonly (string | number)[]

/**
 * Returns where the value (or the key) of a path in the frontmatter stands in the file. A path that leads nowhere
 * gives the nearest thing around it.
 */
export function pointOf(document: Document, path: KeyPath, part: 'value' | 'key' = 'value'): Point {
  const { head, language, points, parsed } = treeOf(document)
  const plain = part === 'value' ? points.get(pathKey(path)) : undefined
  if (plain !== undefined) return plain
  const { contents, lines } = parsed()
  if (language !== 'yaml') return placeInLines(head, String(path[0] ?? ''), part)
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length)
    const node = (part === 'key' ? keyNode(contents, steps) : undefined) ?? nodeAt(contents, steps)
    if (node?.range) return pointIn(lines, node.range[0])
  }
  return placeInLines(head, String(path[0] ?? ''), part)
}

/** Returns the position of a field of the schema, however the field is spelled in the file. */
export function pointOfField(
  document: Document,
  schema: z.ZodObject,
  [field, ...rest]: KeyPath,
  part: 'value' | 'key' = 'value',
): Point {
  const { contents } = treeOf(document).parsed()
  const known = spellings(schema)
  const key = [...pairsOf(contents).keys()].find((name) => known.get(bareKey(name)) === field)
  return pointOf(document, [key ?? field ?? '', ...rest], part)
}

const FIELD = /^([ \t]*)["']?(.*?)["']?[ \t]*[:=][ \t]*(\S?)/
/** Matches the first line of a table in TOML. */
const TABLE = /^\[([^[\].]+)/

/**
 * TOML has no parser with positions, and YAML that does not parse has none for all its fields; they are found by
 * their lines.
 */
function placeInLines(head: string, key: string, part: 'value' | 'key'): Point {
  for (const [index, line] of head.split('\n').entries()) {
    if (TABLE.exec(line)?.[1]?.trim() === key) return { line: index + 1, column: 1 }
    const [whole = '', indent = '', name, value] = FIELD.exec(line) ?? []
    if (name === key)
      return { line: index + 1, column: part === 'value' && value !== '' ? whole.length : indent.length + 1 }
  }
  return { line: 1, column: 1 }
}

/**
 * Follows a path from node to node. A value without a list counts as the only item of one, and a key may be spelled in
 * any way that is read.
 */
function nodeAt(contents: Node | null, path: KeyPath): Node | undefined {
  const found = path.reduce<unknown>((node, step) => {
    if (typeof step === 'string') return pairNamed(node, step)?.value
    return isSeq(node) ? itemsOf(node)[step] : node
  }, contents)
  return isNode(found) ? found : undefined
}

function pairNamed(node: unknown, name: string) {
  const pairs = pairsOf(node)
  return pairs.get(name) ?? [...pairs].find(([key]) => bareKey(key) === bareKey(name))?.[1]
}

function keyNode(contents: Node | null, path: KeyPath): Node | undefined {
  const holder = path.length === 1 ? contents : nodeAt(contents, path.slice(0, -1))
  const found = pairsOf(holder).get(String(path.at(-1)))?.key
  return isNode(found) ? found : undefined
}
