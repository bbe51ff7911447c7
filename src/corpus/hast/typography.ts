/** This file sets the quotes and dashes of a body. */
import type { Element, Nodes, Root, Text } from 'hast'
import type { Plugin } from 'unified'
import { applyEdits, typesetEdits, OBJECT_PLACEHOLDER, type TextEdit } from '../typography/typography.ts'

declare module 'vfile' {
  interface DataMap {
    /**
     * This is the language after whose custom quotes and dashes are set, as a BCP 47 tag. It is undefined where they
     * stay as they were written.
     */
    typesetIn: string
  }
}

/** The text in these elements is no prose, so it stays as it was written. */
const VERBATIM = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'tt', 'math', 'svg', 'script', 'style', 'textarea'])
const INLINE = new Set(
  'a abbr b bdi bdo cite data del dfn em i ins mark q rp rt ruby s small span strike strong sub sup time u wbr slot'.split(
    ' ',
  ),
)
const HEADING = /^h[1-6]$/
/** Matches a text that is the mark of a slot. The ends of a link are nothing to read, but its words are words. */
const MARK = /^\uFDD0([owc])\d+\uFDD1$/

/**
 * Sets the quotes and dashes of the prose. `headings` sets those of headings, because it first makes their ids from
 * what was written.
 */
export const typography: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.typesetIn !== undefined) typesetWithin(tree, file.data.typesetIn)
}

/**
 * Sets the quotes and dashes within a node.
 *
 * @param root A whole body, or one heading.
 * @param language The language as a BCP 47 tag.
 */
export function typesetWithin(root: Root | Element, language: string): void {
  let run: Piece[] = []
  const flush = (): void => {
    typesetRun(run, language)
    run = []
  }
  const walk = (node: Nodes): void => {
    if (node.type === 'text') run.push(pieceOf(node))
    if (node.type !== 'element') return
    const { tagName } = node
    if (tagName === 'br') run.push({ text: '\n' })
    else if (VERBATIM.has(tagName) || tagName === 'img') run.push({ text: OBJECT_PLACEHOLDER })
    else if (INLINE.has(tagName)) node.children.forEach(walk)
    else {
      flush()
      if (!HEADING.test(tagName)) node.children.forEach(walk)
      flush()
    }
  }
  root.children.forEach(walk)
  flush()
}

/** A `Piece` is a part of the text of a paragraph. It has the node that holds it where the node may change. */
interface Piece {
  readonly text: string
  readonly node?: Text
}

/** Makes a piece of a text node. The words of a link that are still to come count as an object. */
function pieceOf(node: Text): Piece {
  const at = MARK.exec(node.value)?.[1]
  return at === undefined ? { text: node.value, node } : { text: at === 'w' ? OBJECT_PLACEHOLDER : '' }
}

/** Sets the text of a paragraph, and hands each edit to the node that it is in. */
function typesetRun(run: readonly Piece[], language: string): void {
  const found = typesetEdits(run.map(({ text }) => text).join(''), language)
  if (found.length === 0) return
  let [from, next] = [0, 0]
  for (const { text, node } of run) {
    const to = from + text.length
    const within: TextEdit[] = []
    // Pieces and edits are both in the order of the text, so each is looked at once. An edit across two pieces is
    // dropped.
    for (; next < found.length && found[next]!.start < to; next++) {
      const { start, end, text: set } = found[next]!
      if (start >= from && end <= to) within.push({ start: start - from, end: end - from, text: set })
    }
    if (node !== undefined && within.length > 0) node.value = applyEdits(text, within)
    from = to
  }
}
