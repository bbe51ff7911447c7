/** This file keeps wide tables and code from making the page scroll sideways. */
import type { Element, Root } from 'hast'
import type { Plugin } from 'unified'
import { textWords } from '../mdast/text-words.ts'
import { SKIP, visit } from '../walk.ts'
import { mayHold } from './inventory.ts'

/**
 * Makes elements that may be wider than the text scroll by themselves, with the keyboard too. A table gets a frame, and
 * code is its own frame. Code also says which language it is in.
 */
export const scrollable: Plugin<[], Root> = () => (tree, file) => {
  if (!mayHold(file, 'pre', 'table')) return
  const { table: label } = textWords(file)
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'pre') labelCode(node)
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { id: node.properties.id, className: ['table'], tabIndex: 0, role: 'group', ariaLabel: label },
      children: [node],
    }
    delete node.properties.id
    // The walk does not go on into the frame, because it would frame the table again.
    visit(node, 'element', (cell) => {
      if (cell.tagName === 'td' || cell.tagName === 'th') align(cell)
    })
    return SKIP
  })
}

/** Turns the attribute `align`, which HTML does not have any more, into a class. */
function align({ properties }: Element): void {
  if (typeof properties.align !== 'string') return
  properties.className = [`align-${properties.align}`]
  delete properties.align
}

/** Makes code scroll with the keyboard, and names its language. */
function labelCode(pre: Element): void {
  const code = pre.children.find((child): child is Element => child.type === 'element' && child.tagName === 'code')
  const classes = Array.isArray(code?.properties.className) ? code.properties.className : []
  const language = classes
    .map(String)
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
  pre.properties.tabIndex = 0
  if (language !== undefined && language !== 'text') pre.properties.dataLanguage = language
}
