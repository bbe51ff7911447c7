/** This file tells the numbers of footnotes from the words around them. */
import type { Element, Nodes } from 'hast'

/** Tells whether an element is the number of a footnote, or the link from a footnote back to the text. */
export const isFootnoteMark = (node: Element): boolean =>
  'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties

/** Gives the text of a node without the numbers of its footnotes. */
export function textWithoutFootnotes(node: Nodes): string {
  if (node.type === 'element' && isFootnoteMark(node)) return ''
  if ('children' in node) return node.children.map(textWithoutFootnotes).join('')
  return node.type === 'text' ? node.value : ''
}
