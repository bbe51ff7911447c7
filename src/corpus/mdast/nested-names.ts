/** This file reads wikilinks whose names hold others, as Roam has them: `[[[[EVD]] - a claim - [[@key]]]]`. */
import type { Link, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast'
import { visit } from '../walk.ts'

/** Matches texts in which there may be such a link. */
const MAY_HOLD = /\[\[[^\]\n]*\[\[/

/** Makes one link of each name that holds others. The parser only finds the innermost ones. */
export function joinNestedNames(tree: Root, source: string): void {
  if (!source.includes('[[') || !MAY_HOLD.test(source)) return
  visit(tree, (node: Nodes) => {
    if (!('children' in node) || node.type === 'link') return
    const parent = node as Parent
    for (let index = 0; index < parent.children.length; index++) joinAt(parent, index, source)
  })
}

/** Joins the link that begins in a text and ends in a later one. */
function joinAt(parent: Parent, index: number, source: string): void {
  const first = parent.children[index] as PhrasingContent
  const end = offsetsOf(first)?.[1]
  const opened = first.type === 'text' ? first.value.lastIndexOf('[[') : -1
  if (first.type !== 'text' || end === undefined || opened < 0 || first.value.includes(']]', opened)) return
  const start = source.lastIndexOf('[[', end - 2)
  const close = endOfName(source, start, offsetsOf(parent.children.at(-1) as PhrasingContent)?.[1] ?? end)
  if (close === undefined) return
  const last = parent.children.findIndex((child, at) => at > index && (offsetsOf(child)?.[1] ?? 0) >= close)
  const tail = parent.children[last] as PhrasingContent | undefined
  if (tail?.type !== 'text') return
  const link: Link = { type: 'link', url: '', children: [], position: between(first, tail, start, close) }
  link.data = { written: source.slice(start, close) }
  const rest = tail.value.slice(tail.value.length - ((offsetsOf(tail)?.[1] ?? close) - close))
  const made: PhrasingContent[] = [
    { ...first, value: first.value.slice(0, opened) },
    link,
    { ...tail, value: (offsetsOf(tail)?.[1] ?? close) === close ? '' : rest },
  ]
  parent.children.splice(
    index,
    last - index + 1,
    ...made.filter((child) => child.type !== 'text' || child.value !== ''),
  )
}

const offsetsOf = ({ position }: Nodes): readonly [start: number, end: number] | undefined =>
  position?.start.offset === undefined || position.end.offset === undefined
    ? undefined
    : [position.start.offset, position.end.offset]

/** No name of a page has more characters than this. */
const MAX_LENGTH = 2000

/** Finds the end of a name that begins at an offset: where as many brackets are closed as were opened. */
function endOfName(source: string, start: number, end: number): number | undefined {
  let depth = 0
  let isInWords = false
  for (let at = start; at < Math.min(end - 1, start + MAX_LENGTH) && source[at] !== '\n'; at++) {
    const two = source.slice(at, at + 2)
    // The words after a bar are no name, so a link in them is a link by itself.
    if (source[at] === '|' && depth === 1) isInWords = true
    if (two === '[[' && isInWords) return undefined
    if (two !== '[[' && two !== ']]') continue
    depth += two === '[[' ? 1 : -1
    at++
    if (depth === 0) return at + 1
  }
  return undefined
}

/** Gives the position of a link that begins in one text and ends in another. */
const between = (first: Text, last: Text, start: number, end: number): Link['position'] => {
  const [from, to] = [first.position!, last.position!]
  return {
    start: { line: from.end.line, column: from.end.column - (from.end.offset! - start), offset: start },
    end: { line: to.start.line, column: to.start.column + (end - to.start.offset!), offset: end },
  }
}
