/** The part of an entry's HTML that another entry shows. */
import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { isPermalink } from '../hast/headings.ts'
import { SKIP, visit } from '../walk.ts'

const DEPTH: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/**
 * The section under a heading, or the block of an id, or the whole. Ids, links to sections and footnotes stay behind: they belong to the
 * page the text is from. Headings become lines of their own, because the outline is that of the page around it.
 *
 * @param page Address of the page the text is from, where its links to places of its own lead.
 */
export function excerpt(html: string, page: string, fragment?: string): string {
  const tree = fromHtml(html, { fragment: true })
  const part = fragment === undefined ? (tree.children as ElementContent[]) : partOf(tree, fragment)
  const root: Root = { type: 'root', children: part }
  visit(root, 'element', (node, index, parent) => {
    if (parent !== undefined && index !== undefined && (isFootnote(node) || isPermalink(node))) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    delete node.properties.id
    const { href } = node.properties
    if (typeof href === 'string' && href.startsWith('#')) node.properties.href = page + href
    if (node.tagName in DEPTH) {
      node.tagName = 'p'
      node.properties = { className: ['embed-heading'] }
    }
    return undefined
  })
  return toHtml(root)
}

const isFootnote = ({ tagName, properties, children }: Element): boolean =>
  'dataFootnotes' in properties ||
  (tagName === 'sup' && children.some((child) => child.type === 'element' && 'dataFootnoteRef' in child.properties))

function partOf(tree: Root, id: string): ElementContent[] {
  const top = tree.children as ElementContent[]
  const start = top.findIndex((node) => node.type === 'element' && node.properties.id === id)
  const heading = top[start]
  if (heading?.type === 'element' && heading.tagName in DEPTH) {
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

/** An item of a list stands in a list. */
const asBlock = (part: Element): Element =>
  part.tagName === 'li' ? { type: 'element', tagName: 'ul', properties: {}, children: [part] } : part
