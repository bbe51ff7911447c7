/** This file replaces parts of the plain text of a tree by other nodes. */
import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import { SKIP, visit } from '../walk.ts'

/**
 * Replaces every match in the plain text of a tree by other nodes. Code, formulas and the words of links are left
 * alone.
 *
 * @param sign Every match holds this sign. To look for it first is much faster than to match a pattern.
 * @param replace Gives the nodes for a match, or undefined to leave the match as it is. Each node gets the position of
 * the match.
 */
export function splitText(tree: Root, sign: string, pattern: RegExp, replace: Replace): void {
  const mayMatch = (child: Nodes): child is Text => child.type === 'text' && child.value.includes(sign)
  visit(tree, (node: Nodes) => {
    if (node.type === 'link') return SKIP
    if (!('children' in node) || !node.children.some(mayMatch)) return undefined
    node.children = (node.children as PhrasingContent[]).flatMap((child, index) =>
      mayMatch(child) ? (cut(child, pattern, unlessGlued(index, replace)) ?? child) : child,
    )
    return undefined
  })
}

/** A `Replace` gives the nodes that replace a match. */
type Replace = (match: RegExpExecArray) => PhrasingContent[] | undefined

/**
 * Leaves out a match at the beginning of a text where another node stands right before it. The match is then not at the
 * beginning of a word.
 */
const unlessGlued =
  (index: number, replace: Replace): Replace =>
  (match) =>
    match.index === 0 && index > 0 && /^[^\s([]/.test(match[0]) ? undefined : replace(match)

/** Replaces the matches in one text. The result is undefined where nothing was replaced. */
function cut(node: Text, pattern: RegExp, replace: Replace): PhrasingContent[] | undefined {
  const pieces: PhrasingContent[] = []
  const pointOf = pointsOf(node)
  let at = 0
  for (const match of node.value.matchAll(pattern)) {
    const made = replace(match)
    if (made === undefined) continue
    pieces.push({ type: 'text', value: node.value.slice(at, match.index), position: pointOf(at) })
    const position = pointOf(match.index)
    pieces.push(...made.map((piece) => ({ ...piece, position })))
    at = match.index + match[0].length
  }
  if (at === 0) return undefined
  return [...pieces, { type: 'text', value: node.value.slice(at), position: pointOf(at) } as Text].filter(
    (piece) => piece.type !== 'text' || piece.value !== '',
  )
}

/**
 * Makes a function that gives the position of an offset in a text. The offsets have to be asked for in ascending order,
 * so that the text is read only once. The position is only nearly right where a character reference or an escape stands
 * before it in the same text, because these are longer in the file.
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
