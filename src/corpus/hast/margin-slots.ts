import type { Element, Nodes, Root, Text } from 'hast'
import type { Plugin } from 'unified'
import { visitParents } from '../walk.ts'
import type { Link } from '../model/parsed.ts'
import { linkOf, mark } from './slots.ts'

/**
 * Leaves a slot before each block of an essay that may cite something: before a block of the outermost level, or at the beginning of an
 * item where that block is a list, since an item of evidence should have its card at its own side.
 */
export const beside: Plugin<[], Root> = () => (tree, file) => {
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

const mayCite = (link?: Link): boolean => link !== undefined && link.form !== 'picture' && link.form !== 'topic'

const slot = (link: number): Text => ({ type: 'text', value: mark('beside', link) })

const LISTS = new Set(['ul', 'ol', 'li'])
const isItem = (node: Nodes): node is Element => node.type === 'element' && node.tagName === 'li'

/** The innermost item that is in nothing but lists, or else the block of the outermost level. */
function hostAmong([, ...inside]: readonly Nodes[]): Nodes | undefined {
  const end = inside.findIndex((node) => node.type !== 'element' || !LISTS.has(node.tagName))
  return inside.slice(0, end < 0 ? undefined : end).findLast(isItem) ?? inside[0]
}
