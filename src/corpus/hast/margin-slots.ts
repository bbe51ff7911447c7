/** This file leaves slots for the notes in the margin of an essay. */
import type { Element, Nodes, Root, Text } from 'hast'
import type { Plugin } from 'unified'
import { visitParents } from '../walk.ts'
import type { Link } from '../model/parsed.ts'
import { linkOf, mark } from './slots.ts'

/**
 * Leaves a slot before each block of an essay that may cite a note. The block is one of the outermost level. Where that
 * is a list, it is an item of the list, and the slot is at the item's beginning, so that each item has its own notes in
 * the margin.
 */
export const marginSlots: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.kind !== 'inquiry') return
  const links = file.data.links ?? []
  const firsts = new Map<Nodes, number>()
  visitParents(tree, 'text', (node, ancestors) => {
    const link = linkOf(node.value)
    if (link === undefined || !mayCite(links[link])) return
    const host = hostAmong(ancestors) ?? node
    if (!firsts.has(host)) firsts.set(host, link)
  })
  for (const [host, link] of firsts) if (isItem(host)) host.children.unshift(slot(link))
  tree.children = tree.children.flatMap((node) => {
    const link = isItem(node) ? undefined : firsts.get(node)
    return link === undefined ? [node] : [slot(link), node]
  })
}

/** Tells whether a link may cite a note. Pictures and topics cannot. */
const mayCite = (link?: Link): boolean => link !== undefined && link.form !== 'picture' && link.form !== 'topic'

/** Makes a slot. */
const slot = (link: number): Text => ({ type: 'text', value: mark('margin', link) })

const LISTS = new Set(['ul', 'ol', 'li'])
const isItem = (node: Nodes): node is Element => node.type === 'element' && node.tagName === 'li'

/**
 * Gives the block whose margin a link belongs to: the innermost item that is in lists only, or else the block of the
 * outermost level.
 */
function hostAmong([, ...inside]: readonly Nodes[]): Nodes | undefined {
  const end = inside.findIndex((node) => node.type !== 'element' || !LISTS.has(node.tagName))
  return inside.slice(0, end < 0 ? undefined : end).findLast(isItem) ?? inside[0]
}
