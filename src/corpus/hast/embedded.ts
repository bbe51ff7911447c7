/** This file tells which embeds are blocks, and takes the paragraph around these away. */
import type { Element, Nodes } from 'hast'
import { toString } from 'hast-util-to-string'

/**
 * Tells whether an embed has a paragraph to itself, or stands in an item of a list or in a cell of a table. Only such
 * an embed is shown in full, because it is a block.
 */
export const standsAlone = ({ properties }: Element, parent?: Nodes): boolean =>
  properties.dataEmbed === 'yes' &&
  parent?.type === 'element' &&
  (HOLD_BLOCKS.has(parent.tagName) || (parent.tagName === 'p' && parent.children.length === 1))

/** These elements may hold words and blocks side by side. */
const HOLD_BLOCKS = new Set(['li', 'td', 'th', 'dd', 'div', 'figure'])

/**
 * Takes away the paragraph around an embed. A paragraph with a name stays as a `div`, because its name is then the name
 * of what is embedded.
 */
export function embedIn(parent: Element): 'embed' {
  if (parent.tagName === 'p') parent.tagName = parent.properties.id === undefined ? 'slot' : 'div'
  return 'embed'
}

/** Gives the text of a block of code that is a base of Obsidian. */
export function baseIn({ tagName, children: [code] }: Element): string | undefined {
  if (tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return undefined
  const classes = code.properties.className
  return Array.isArray(classes) && classes.includes('language-base') ? toString(code) : undefined
}
