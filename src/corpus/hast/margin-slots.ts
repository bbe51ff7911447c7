/** This file leaves slots for the notes in the margin of an essay. */
import type { Element, ElementContent, Nodes, Root, Text } from 'hast'
import type { Plugin } from 'unified'
import { visitParents } from '../walk.ts'
import type { Link } from '../model/parsed.ts'
import { isPermalink } from './headings.ts'
import { linkOf, mark } from './slots.ts'

/** A `FirstLink` is the first link of a block that may cite a note. */
interface FirstLink {
  readonly link: number
  /** This is the child of the block that has the link, or the block itself. */
  readonly child: Nodes
}

/**
 * Leaves slots around each block of an essay that may cite a note. The block is one of the outermost level. Where that
 * is a list, it is what an item has apart from lists in it, so that each item has its own notes in the margin.
 */
export const marginSlots: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.kind !== 'inquiry') return
  const links = file.data.links ?? []
  const firsts = new Map<Nodes, FirstLink>()
  visitParents(tree, 'text', (node, ancestors) => {
    const link = linkOf(node.value)
    if (link === undefined || !mayCite(links[link])) return
    const host = hostAmong(ancestors) ?? node
    const child = ancestors[ancestors.indexOf(host as Element) + 1] ?? node
    if (!firsts.has(host)) firsts.set(host, { link, child })
  })
  for (const [host, first] of firsts) if (isItem(host)) host.children = aroundText(host.children, first)
  const linkOfBlock = (node?: Nodes): number | undefined =>
    node === undefined || isItem(node) ? undefined : firsts.get(node)?.link
  tree.children = tree.children.flatMap((node, index, all) => {
    const isMoved = isHeading(node) && isBlock(nextBlock(all, index))
    const link = isMoved ? undefined : (linkOfBlock(headingBefore(all, index)) ?? linkOfBlock(node))
    const last = isLinkToSection(all[index + 1]) ? undefined : link
    const end = isLinkToSection(node) && !isBlock(nextBlock(all, index)) ? linkOfBlock(all[index - 1]) : last
    return [...slots('margin', link), node, ...slots('margined', end)]
  })
}

/** Gives the block after a node of the outermost level, or with a step of -1 the one before it. */
function nextBlock(all: readonly Nodes[], index: number, step: 1 | -1 = 1): Nodes | undefined {
  let at = index + step
  while (at in all && (all[at]!.type !== 'element' || isLinkToSection(all[at]))) at += step
  return all[at]
}

/**
 * Gives the heading right before a block that is none. Its notes stand beside the block, so that headings stay among the
 * outermost elements, where sections are looked for.
 */
function headingBefore(all: readonly Nodes[], index: number): Nodes | undefined {
  const before = isBlock(all[index]) ? nextBlock(all, index, -1) : undefined
  return isHeading(before) ? before : undefined
}

/** Tells whether a link may cite a note. Pictures and topics cannot. */
const mayCite = (link?: Link): boolean => link !== undefined && link.form !== 'picture' && link.form !== 'topic'

/** Puts slots around the text of an item that a link is in: what there is between two lists. */
function aroundText(children: readonly ElementContent[], { link, child }: FirstLink): ElementContent[] {
  const at = children.indexOf(child as ElementContent)
  const begin = children.slice(0, at).findLastIndex(isList) + 1
  const length = children.slice(at).findIndex(isList)
  const end = length < 0 ? children.length : at + length
  return [
    ...children.slice(0, begin),
    ...slots('margin', link),
    ...children.slice(begin, end),
    ...slots('margined', link),
    ...children.slice(end),
  ]
}

/** Makes a slot of a link, if there is one. */
const slots = (at: 'margin' | 'margined', link: number | undefined): Text[] =>
  link === undefined ? [] : [{ type: 'text', value: mark(at, link) }]

const LISTS = new Set(['ul', 'ol', 'li'])
const isItem = (node: Nodes): node is Element => node.type === 'element' && node.tagName === 'li'
const isList = (node: Nodes): boolean => node.type === 'element' && LISTS.has(node.tagName)
const isHeading = (node?: Nodes): boolean => node?.type === 'element' && /^h[1-6]$/.test(node.tagName)
/** Tells whether a node can have notes beside it as a whole. The items of a list have their own. */
const isBlock = (node?: Nodes): boolean =>
  node?.type === 'element' && !isList(node) && !isHeading(node) && !isLinkToSection(node)
/** Tells whether a node is the link to a section. It belongs to the heading before it. */
const isLinkToSection = (node?: Nodes): boolean => node?.type === 'element' && isPermalink(node)

/**
 * Gives the block whose margin a link belongs to: the innermost item that is in lists only, or else the block of the
 * outermost level.
 */
function hostAmong([, ...inside]: readonly Nodes[]): Nodes | undefined {
  const end = inside.findIndex((node) => !isList(node))
  return inside.slice(0, end < 0 ? undefined : end).findLast(isItem) ?? inside[0]
}
