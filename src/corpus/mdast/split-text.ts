import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import { SKIP, visitParents } from 'unist-util-visit-parents'

/**
 * Replaces every match in the plain text of a tree (not in code, formulas or the words of links) by other nodes.
 *
 * @param replace Gives the nodes for a match, or undefined to leave it as it is. Each gets the place of its match.
 */
export function splitText(
  tree: Root,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => PhrasingContent[] | undefined,
): void {
  visitParents(tree, 'text', (node, ancestors) => {
    const parent = ancestors.at(-1)
    if (parent === undefined || ancestors.some(({ type }) => type === 'link')) return undefined
    const siblings: Nodes[] = parent.children
    const index = siblings.indexOf(node)
    const pieces = cut(node, pattern, (match) =>
      match.index === 0 && index > 0 && /^[^\s([]/.test(match[0]) ? undefined : replace(match),
    )
    if (pieces === undefined) return undefined
    siblings.splice(index, 1, ...pieces)
    return [SKIP, index + pieces.length]
  })
}

function cut(
  node: Text,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => PhrasingContent[] | undefined,
): PhrasingContent[] | undefined {
  const pieces: PhrasingContent[] = []
  let at = 0
  for (const match of node.value.matchAll(pattern)) {
    const made = replace(match)
    if (made === undefined) continue
    pieces.push({ type: 'text', value: node.value.slice(at, match.index) })
    pieces.push(...made.map((piece) => ({ ...piece, position: placeOf(node, match.index) })))
    at = match.index + match[0].length
  }
  if (at === 0) return undefined
  return [...pieces, { type: 'text', value: node.value.slice(at) } as Text].filter(
    (piece) => piece.type !== 'text' || piece.value !== '',
  )
}

/** Near enough where a reference or an escape stands before the match in the same text. */
function placeOf({ value, position }: Text, index: number): Text['position'] {
  if (position === undefined) return undefined
  const before = value.slice(0, index).split('\n')
  const last = before.at(-1)!
  const line = position.start.line + before.length - 1
  const column = before.length === 1 ? position.start.column + last.length : last.length + 1
  return { start: { line, column }, end: { line, column } }
}
