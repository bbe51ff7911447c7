import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeHighlight from 'rehype-highlight'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** In characters. Grammars are made of patterns that a long enough text slows to a stop; a longer block is shown without colours. */
const LONGEST = 20_000
const LONGEST_IN_ALL = 400_000

/** Colours the blocks of code in a language, as far as they are short enough. */
export const highlight: Plugin<[], Root> = () => {
  const colour = rehypeHighlight()
  return (tree, file) => {
    const children = shortEnough(blocksIn(tree))
    // What is no code need not be looked at again.
    if (children.length > 0) colour({ type: 'root', children }, file)
  }
}

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []

function blocksIn(tree: Root): Element[] {
  const found = new Set<Element>()
  visit(tree, 'element', (node, _, parent) => {
    if (node.tagName === 'code' && classesOf(node).length > 0 && parent?.type === 'element' && parent.tagName === 'pre')
      found.add(parent)
  })
  return [...found]
}

function shortEnough(blocks: readonly Element[]): Element[] {
  let all = 0
  return blocks.filter((block) => {
    const { length } = toString(block)
    all += length
    return length <= LONGEST && all <= LONGEST_IN_ALL
  })
}
