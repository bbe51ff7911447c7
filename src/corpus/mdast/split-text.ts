import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import { SKIP, visit } from '../walk.ts'

/**
 * Replaces every match in the plain text of a tree (not in code, formulas or the words of links) by other nodes.
 *
 * @param replace Gives the nodes for a match, or undefined to leave it as it is. Each gets the place of its match.
 */
export function splitText(tree: Root, pattern: RegExp, replace: Replace): void {
  visit(tree, (node: Nodes) => {
    if (node.type === 'link') return SKIP
    if (!('children' in node) || !node.children.some((child) => child.type === 'text')) return undefined
    node.children = (node.children as PhrasingContent[]).flatMap((child, index) =>
      child.type === 'text' ? (cut(child, pattern, unlessGlued(index, replace)) ?? child) : child,
    )
    return undefined
  })
}

type Replace = (match: RegExpExecArray) => PhrasingContent[] | undefined

/** What begins a text begins a word only where nothing stands before the text. */
const unlessGlued =
  (index: number, replace: Replace): Replace =>
  (match) =>
    match.index === 0 && index > 0 && /^[^\s([]/.test(match[0]) ? undefined : replace(match)

function cut(node: Text, pattern: RegExp, replace: Replace): PhrasingContent[] | undefined {
  const pieces: PhrasingContent[] = []
  const pointOf = pointsOf(node)
  let at = 0
  for (const match of node.value.matchAll(pattern)) {
    const made = replace(match)
    if (made === undefined) continue
    const position = pointOf(match.index)
    pieces.push({ type: 'text', value: node.value.slice(at, match.index) })
    pieces.push(...made.map((piece) => ({ ...piece, position })))
    at = match.index + match[0].length
  }
  if (at === 0) return undefined
  return [...pieces, { type: 'text', value: node.value.slice(at) } as Text].filter(
    (piece) => piece.type !== 'text' || piece.value !== '',
  )
}

/**
 * Gives the places of offsets, asked for in their order, so that the text is read once. Near enough where a reference or an escape
 * stands before the match in the same text.
 */
export function pointsOf({ value, position }: Text): (index: number) => Text['position'] {
  let { line, column } = position?.start ?? { line: 1, column: 1 }
  let at = 0
  return (index) => {
    if (position === undefined) return undefined
    const before = value.slice(at, index).split('\n')
    const last = before.at(-1)!
    line += before.length - 1
    column = before.length === 1 ? column + last.length : last.length + 1
    at = index
    return { start: { line, column }, end: { line, column } }
  }
}
