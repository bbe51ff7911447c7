/** This file colours code. */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeHighlight from 'rehype-highlight'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/**
 * A block of more characters than this is shown without colours. Grammars consist of patterns that a long enough text
 * slows down to a stop.
 */
const LONGEST = 20_000
/** Blocks are coloured until they have this many characters together. */
const LONGEST_IN_ALL = 400_000

/** Colours the blocks of code that name their language, as far as they are short enough. */
export const highlight: Plugin<[], Root> = () => {
  let colour: ReturnType<typeof rehypeHighlight> | undefined
  return (tree, file) => {
    const children = shortEnough(blocksIn(tree))
    if (children.length === 0) return
    // The grammars take longer to make ready than a small site takes to read, and few notes have code.
    colour ??= rehypeHighlight()
    // Only the blocks are handed over, so that nothing else is looked at again.
    colour({ type: 'root', children }, file)
  }
}

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []

/** Finds the blocks of code that name their language. */
function blocksIn(tree: Root): Element[] {
  const found = new Set<Element>()
  visit(tree, 'element', (node, _, parent) => {
    if (node.tagName === 'code' && classesOf(node).length > 0 && parent?.type === 'element' && parent.tagName === 'pre')
      found.add(parent)
  })
  return [...found]
}

/** Leaves out blocks that are too long. */
function shortEnough(blocks: readonly Element[]): Element[] {
  let all = 0
  return blocks.filter((block) => {
    const { length } = toString(block)
    all += length
    return length <= LONGEST && all <= LONGEST_IN_ALL
  })
}
