/** This file keeps apart the signs that a backslash takes the meaning of. */
import type { Literal as MdastLiteral, Nodes, PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

declare module 'mdast' {
  /** An `Escaped` is one sign that stands for itself, because a backslash was written before it. */
  interface Escaped extends MdastLiteral {
    type: 'escaped'
  }
  interface PhrasingContentMap {
    escaped: Escaped
  }
  interface RootContentMap {
    escaped: Escaped
  }
}

/** Matches the signs that mean something to this project and nothing to the parser. */
const SIGNS = /\\[#=[\]^@!:]/

/**
 * Makes a node of each sign after a backslash that one of the later plugins would read: `\#tag`, `\==words==`, `\^[x]`.
 * The parser only leaves the sign in the text, where it looks like any other.
 */
export const escapes: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!SIGNS.test(source)) return
  visit(tree, (node: Nodes) => {
    if (!('children' in node) || node.type === 'link') return
    node.children = (node.children as PhrasingContent[]).flatMap((child) =>
      child.type === 'text' ? split(child, source) : child,
    )
  })
}

/** Cuts a text at the signs after a backslash. */
function split(node: Text, source: string): PhrasingContent[] {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  if (start === undefined || end === undefined) return [node]
  const written = source.slice(start, end)
  if (!SIGNS.test(written)) return [node]
  const pieces: PhrasingContent[] = []
  let from = 0
  for (const at of escapedIn(written, node.value)) {
    const [before, sign] = [node.value.slice(from, at), node.value.charAt(at)]
    if (before !== '') pieces.push({ ...node, value: before })
    pieces.push({ ...node, type: 'escaped', value: sign })
    from = at + 1
  }
  const rest = node.value.slice(from)
  return rest === '' ? pieces : [...pieces, { ...node, value: rest }]
}

/**
 * Gives the offsets in the value of a text at which signs stand that were written after a backslash. Both are read side
 * by side. What is only in the source (indents, the marks of quotations) is passed over.
 */
function escapedIn(written: string, value: string): number[] {
  const found: number[] = []
  let at = 0
  for (let index = 0; index < written.length && at < value.length; index++) {
    const next = written.charAt(index + 1)
    if (written.charAt(index) === '\\' && value.charAt(at) === next && SIGNS.test(`\\${next}`)) {
      found.push(at)
      index++
      at++
    } else if (written.charAt(index) === value.charAt(at)) at++
    else if (written.charAt(index) === '\\' && value.charAt(at) === next) {
      index++
      at++
    } else if (written.charAt(index) === '&') {
      index += /^&#?\w+;/.exec(written.slice(index, index + 40))?.[0].length ?? 1
      index--
      at++
    }
  }
  return found
}
