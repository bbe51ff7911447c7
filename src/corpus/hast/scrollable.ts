import type { Element, Root } from 'hast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

/**
 * What may be wider than the text scrolls by itself, not the page, and can be scrolled from the keyboard: tables get a frame, code is
 * its own. Code says which language it is in.
 */
export const scrollable: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'pre') labelCode(node)
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
      children: [node],
    }
    return SKIP
  })
}

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
