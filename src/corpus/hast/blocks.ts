/** This file gives named blocks their ids. */
import type { ElementContent, Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import { isBlockId } from '../block-reference.ts'
import { textOfHeading } from './heading-name.ts'
import { mayHave } from './inventory.ts'
import { withWordMarksOnly } from './slots.ts'

declare module 'vfile' {
  interface DataMap {
    /** These are the names of the blocks of the body that have one. */
    blocks: string[]
    /** These are the texts of the blocks that have an id of Logseq's. A reference to such a block shows its text. */
    blockTexts: Record<string, string>
  }
}

/**
 * Gives the id by which a named block is found on its page. No heading has an id that begins with `^`.
 *
 * @example
 * blockAnchor('result') // '^result'
 */
export const blockAnchor = (name: string): string => `^${name}`

/** Gives each named block its id. Where two blocks have the same name, the first one keeps it. */
export const blocks: Plugin<[], Root> = () => (tree, file) => {
  file.data.blocks = []
  if (!mayHave(file, 'dataBlock')) return
  const names = new Set<string>()
  visit(tree, 'element', ({ properties }, _, parent) => {
    const name = properties.dataBlock
    if (name === undefined) return
    delete properties.dataBlock
    if (typeof name !== 'string' || names.has(name)) return
    names.add(name)
    // The name of a block of code is on the `code` element, but the block as a whole is the `pre` around it.
    const block = parent?.type === 'element' && parent.tagName === 'pre' ? parent.properties : properties
    block.id = blockAnchor(name)
  })
  file.data.blocks = [...names]
}

/**
 * Reads the texts of the blocks that have an id of Logseq's. It runs when links are slots, so the words of links that
 * are not known yet are marks in the text.
 */
export const blockTexts: Plugin<[], Root> = () => (tree, file) => {
  if (!file.data.blocks?.some(isBlockId)) return
  const texts: Record<string, string> = {}
  visit(tree, 'element', (node) => {
    const name = typeof node.properties.id === 'string' ? node.properties.id.slice(1) : ''
    // A block may begin with a number, which makes a list of it.
    if (isBlockId(name)) texts[name] = plain(node.children.map(ownText).join('')) || plain(textOfHeading(node))
  })
  file.data.blockTexts = texts
}

const plain = (text: string): string => withWordMarksOnly(text).replace(/\s+/g, ' ').trim()

/** Gives the text of a node. The lists in an item are other blocks. */
const ownText = (node: ElementContent): string =>
  node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol') ? '' : textOfHeading(node)
