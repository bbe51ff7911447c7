/** This file cuts out the part of an entry's HTML that another entry shows. */
import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { isPermalink } from '../hast/headings.ts'
import { SKIP, visit } from '../walk.ts'

const DEPTH: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/**
 * Cuts out the section under a heading, the block with an id, or everything. Ids, links to sections and footnotes are
 * left out, because they belong to the page that the text is from. Headings become paragraphs, because the outline is
 * that of the page on which the text is shown.
 *
 * @param page The address of the page that the text is from. Links within that page lead there.
 * @param fragment The id of the heading or the block. Everything is shown where it is undefined.
 * @param until The id of a later heading or block, down to which all is shown: a block with it, and a heading without.
 *
 * @example
 * excerpt('<h2 id="a">A</h2><p>One</p><h2 id="b">B</h2>', '/x/', 'a') // '<p class="embed-heading">A</p><p>One</p>'
 */
export function excerpt(html: string, page: string, fragment?: string, until?: string): string {
  const tree = fromHtml(html, { fragment: true })
  const part = fragment === undefined ? (tree.children as ElementContent[]) : partOf(tree, fragment, until)
  const root: Root = { type: 'root', children: part }
  visit(root, 'element', (node, index, parent) => {
    if (parent !== undefined && index !== undefined && (isFootnote(node) || isPermalink(node))) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    delete node.properties.id
    const { href } = node.properties
    if (typeof href === 'string' && href.startsWith('#')) node.properties.href = page + href
    if (Object.hasOwn(DEPTH, node.tagName)) {
      node.tagName = 'p'
      node.properties = { className: ['embed-heading'] }
    }
    return undefined
  })
  return toHtml(root)
}

/** Tells whether an element is the list of footnotes or the number of one. */
const isFootnote = ({ tagName, properties, children }: Element): boolean =>
  'dataFootnotes' in properties ||
  (tagName === 'sup' && children.some((child) => child.type === 'element' && 'dataFootnoteRef' in child.properties))

/** Finds the part of a text that a fragment names. It is empty where there is none. */
export function partOf(tree: Root, id: string, until?: string): ElementContent[] {
  const top = tree.children as ElementContent[]
  const start = indexOf(top, id)
  const heading = top[start]
  const last = until === undefined ? -1 : indexOf(top, until)
  if (start >= 0 && last > start) return top.slice(start, isHeading(top[last]!) ? last : last + 1)
  if (heading?.type === 'element' && Object.hasOwn(DEPTH, heading.tagName)) {
    const depth = DEPTH[heading.tagName]!
    const rest = top.slice(start + 1)
    const end = rest.findIndex((node) => node.type === 'element' && (DEPTH[node.tagName] ?? 7) <= depth)
    return [heading, ...(end < 0 ? rest : rest.slice(0, end))]
  }
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.properties.id === id) found.push(node)
  })
  return found.slice(0, 1).map(asBlock)
}

const indexOf = (nodes: readonly ElementContent[], id: string): number =>
  nodes.findIndex((node) => node.type === 'element' && node.properties.id === id)

const isHeading = (node: ElementContent): boolean => node.type === 'element' && Object.hasOwn(DEPTH, node.tagName)

/** Puts an item of a list into a list, because HTML allows it nowhere else. */
const asBlock = (part: Element): Element =>
  part.tagName === 'li' ? { type: 'element', tagName: 'ul', properties: {}, children: [part] } : part
