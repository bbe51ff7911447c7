/**
 * Parses the frontmatter of a file into a tree that knows where each of its parts stands, and that is quick to ask
 * many times.
 */
import { LineCounter, isMap, isScalar, parseDocument, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { isEmpty } from '../schema/text.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { findFrontmatter, unclosedFrontmatter } from './split.ts'
import type { Document, Point } from '../vocabulary.ts'

/** The frontmatter of a file, with positions. */
export interface Tree {
  /** The text between the fences, or the whole file where the file is YAML. */
  readonly head: string
  /** The language of the frontmatter, as `SplitDocument` says it. */
  readonly language: string
  /** Where the texts of plain YAML stand, by their paths. It is empty where the YAML is not plain. */
  readonly points: ReadonlyMap<string, Point>
  /** Parses the frontmatter with positions, once, which takes long. */
  readonly parsed: () => ParsedTree
}

/** What a parser with positions makes of frontmatter. */
interface ParsedTree {
  /** Null where the frontmatter is no YAML, or nested too deeply to be read. */
  readonly contents: Node | null
  /** Turns offsets of `head` into lines and columns of the file. */
  readonly lines: LineCounter
}

let last: { readonly path: string; readonly text: string; readonly tree: Tree } | undefined

/**
 * Returns the tree of a file. A file with many problems asks for it once for each of them, so the last tree is kept.
 */
export function treeOf({ path, text }: Document): Tree {
  if (last?.text !== text || last.path !== path) last = { path, text, tree: read({ path, text }) }
  return last.tree
}

function read(document: Document): Tree {
  const { head = '', language } = headOf(document)
  const points = new Map<string, Point>()
  if (language === 'yaml' && readPlainYaml(head, points) === undefined) points.clear()
  let known: ParsedTree | undefined
  return { head, language, points, parsed: () => (known ??= parseTree(head, language)) }
}

function parseTree(head: string, language: string): ParsedTree {
  const lines = new LineCounter()
  if (language !== 'yaml') return { lines, contents: null }
  try {
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false }
    return { lines, contents: parseDocument(head, options).contents }
  } catch {
    return { lines, contents: null }
  }
}

function headOf({ path, text }: Document): { readonly head?: string; readonly language: string } {
  if (/\.ya?ml$/i.test(path)) return { head: text, language: 'yaml' }
  return findFrontmatter(text) ?? unclosedFrontmatter(text) ?? { language: 'yaml' }
}

/** Returns the line and column of an offset. Both count from one. */
export function pointIn(lines: LineCounter, offset: number): Point {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

/** Returns the fields of a mapping by their names. Of two fields with the same name it is the first. */
export function pairsOf(node: unknown): ReadonlyMap<string, Pair> {
  if (!isMap(node)) return new Map()
  let known = pairs.get(node)
  if (known === undefined)
    pairs.set(node, (known = new Map(node.items.toReversed().map((pair) => [keyOf(pair), pair]))))
  return known
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '')

const items = new WeakMap<YAMLSeq, readonly unknown[]>()

/** Returns the items of a list as the schema counts them, which is without those that are empty. */
export function itemsOf(list: YAMLSeq): readonly unknown[] {
  let known = items.get(list)
  if (known === undefined)
    items.set(list, (known = list.items.filter((item) => !(isScalar(item) && isEmpty(item.value)))))
  return known
}
