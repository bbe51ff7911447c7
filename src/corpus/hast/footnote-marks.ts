/** This file tells the numbers of footnotes from the words around them. */
import type { Element } from 'hast'

/** Tells whether an element is the number of a footnote, or the link from a footnote back to the text. */
export const isFootnoteMark = (node: Element): boolean =>
  'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties
