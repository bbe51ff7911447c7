import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeHighlight from 'rehype-highlight'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** In characters. Grammars are made of patterns that a long enough text slows to a stop; a longer block is shown without colours. */
const LONGEST = 20_000
const LONGEST_IN_ALL = 400_000

/** Colours the code, as far as it is short enough. */
export const highlight: Plugin<[], Root> = () => {
  const colour = rehypeHighlight()
  return (tree, file) => {
    const { all, plain } = codeIn(tree)
    if (!all) return
    for (const code of plain) code.properties.className = ['no-highlight', ...classesOf(code)]
    colour(tree, file)
    for (const code of plain) code.properties.className = classesOf(code).filter((name) => name !== 'no-highlight')
  }
}

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []

/** Is there any code in a language, and which of it is too long? */
function codeIn(tree: Root): { all: number; plain: Element[] } {
  const plain: Element[] = []
  let all = 0
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'code' || classesOf(node).length === 0) return
    const { length } = toString(node)
    all += length
    if (length > LONGEST || all > LONGEST_IN_ALL) plain.push(node)
  })
  return { all, plain }
}
