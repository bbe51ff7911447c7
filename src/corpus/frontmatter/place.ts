/** Finds the place of a field in a file. Slow, so it is asked only when there is something to report. */
import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, type Node } from 'yaml'
import type { z } from 'zod'
import type { Document, Place } from '../model.ts'
import { bareKey, isEmpty, spellings } from '../schema.ts'
import { halve } from './halves.ts'

/** Steps into frontmatter: `['inquiries', 0, 'role']`. */
export type KeyPath = readonly (string | number)[]

/**
 * Where the value (or the key) of a path in the frontmatter stands in the file. A path that leads nowhere gives the nearest thing
 * around it.
 */
export function placeOf(document: Document, path: KeyPath, part: 'value' | 'key' = 'value'): Place {
  const { head = '', language } = yamlIn(document)
  if (language !== 'yaml') return lineOf(head, String(path[0] ?? ''))
  const lines = new LineCounter()
  const { contents } = parseDocument(head, { lineCounter: lines })
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length)
    const node = (part === 'key' ? keyNode(contents, steps) : undefined) ?? nodeAt(contents, steps)
    if (node?.range) return place(lines, node.range[0])
  }
  return { line: 1, column: 1 }
}

/** The place of a field, however it is spelled in the file. */
export function placeOfField(document: Document, schema: z.ZodObject, [field, ...rest]: KeyPath): Place {
  const { contents } = parseDocument(yamlIn(document).head ?? '')
  const known = spellings(schema)
  const key = isMap(contents)
    ? contents.items.map((pair) => String(pair.key)).find((name) => known.get(bareKey(name)) === field)
    : undefined
  return placeOf(document, [key ?? field ?? '', ...rest])
}

export function place(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

const yamlIn = ({ path, text }: Document): { head?: string; language: string } =>
  /\.ya?ml$/i.test(path) ? { head: text, language: 'yaml' } : halve(text)

/** TOML has no parser with positions; the line of a field is near enough. */
function lineOf(head: string, key: string): Place {
  const line = head.split('\n').findIndex((each) => each.trimStart().startsWith(key))
  return { line: Math.max(0, line) + 1, column: 1 }
}

/** Items are counted as the schema counts them: without those that are empty, and a single value is the only item of its list. */
function nodeAt(contents: Node | null, path: KeyPath): Node | undefined {
  const found = path.reduce<unknown>((node, step) => {
    if (typeof step === 'string') return isMap(node) ? node.get(step, true) : undefined
    return isSeq(node) ? node.items.filter((item) => !(isScalar(item) && isEmpty(item.value)))[step] : node
  }, contents)
  return isNode(found) ? found : undefined
}

function keyNode(contents: Node | null, [key]: KeyPath): Node | undefined {
  if (!isMap(contents)) return undefined
  const found = contents.items.find((pair) => String(pair.key) === key)?.key
  return isNode(found) ? found : undefined
}
