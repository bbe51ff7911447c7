/** This file takes out what Logseq notes for itself, and reads the ids by which its blocks are known. */
import type { ListItem, Nodes, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { visitParents } from '../walk.ts'
import { shortBlockId } from '../block-reference.ts'
import { blockNamed } from './block-ids.ts'

const KEYS =
  String.raw`id|collapsed|heading|title-format|logseq\.[\w.-]+|background[-_]color|hl-[\w-]+|ls-type|card-[\w-]+|` +
  String.raw`fsrs-[\w-]+|query-[\w-]+|todo|doing|now|later|done|created[-_]at|updated[-_]at|template-including-parent`
/** Matches a property that Logseq writes for itself, on a line of its own. */
const BOOKKEEPING = new RegExp(String.raw`(?:^|\n)[ \t]*(?:${KEYS}):: [^\n]*(?=\n|$)`, 'g')
/** Matches the id of a block. */
const ID = /(?:^|\n)[ \t]*id:: ([0-9a-f-]{36})[ \t]*(?=\n|$)/

/**
 * Takes out the lines that Logseq writes beneath an item of a list for itself. The id of a block becomes its name, so
 * that `((id))` leads to it.
 */
export const logseqNotes: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes(':: ')) return
  visitParents(tree, 'text', (node, ancestors) => {
    if (!node.value.includes(':: ')) return
    const id = ID.exec(node.value)?.[1]
    const block = ancestors.findLast(isBlock)
    if (id !== undefined && block !== undefined) blockNamed(block, shortBlockId(id))
    takeOut(node)
  })
}

const isBlock = (node: Nodes): node is ListItem => node.type === 'listItem'

/** Takes out the properties of a text. The line break after one at the beginning goes with it. */
function takeOut(node: Text): void {
  const value = node.value.replace(BOOKKEEPING, '')
  if (value !== node.value) node.value = value.replace(/^\n/, '')
}
