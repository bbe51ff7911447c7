import type { Element, Nodes, Root } from 'hast'
import type { Plugin } from 'unified'
import { EXIT, SKIP, visit } from '../walk.ts'
import { depthOf } from './headings.ts'

declare module 'vfile' {
  interface DataMap {
    /** The title from frontmatter, if there is one. */
    title: string
    /** The title as the body gives it: its first first-level heading. Empty where it has none. */
    titleInBody: string
    /** Its first heading of any level. Empty where it has none. */
    firstHeading: string
  }
}

/**
 * Finds the title a body gives. A heading of a lower level is the name of a section, and one in a list or a quote that of a part.
 * The page shows its title by itself, so a body that begins with the same words loses that line.
 */
export const title: Plugin<[], Root> = () => (tree, file) => {
  const stated = file.data.title?.trim()
  const opening = find(tree, (depth) => depth === 1)
  const first = opening ?? find(tree, () => true)
  file.data.firstHeading = first === undefined ? '' : wordsOf(first).trim()
  file.data.titleInBody = opening === undefined ? '' : wordsOf(opening).trim()
  if (opening !== undefined && (stated === undefined || file.data.titleInBody === stated)) remove(tree, opening)
}

/** A title is known before any work is, so it shows a citation as it was written. */
function wordsOf(node: Nodes): string {
  if (node.type === 'element' && typeof node.properties.dataCite === 'string') return `@${node.properties.dataCite}`
  if ('children' in node) return node.children.map(wordsOf).join('')
  return node.type === 'text' ? node.value : ''
}

function find(tree: Root, accept: (depth: number) => boolean): Element | undefined {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === 'li' || node.tagName === 'blockquote') return SKIP
    const depth = depthOf(node)
    if (depth === undefined || !accept(depth)) return undefined
    found.push(node)
    return EXIT
  })
  return found[0]
}

function remove(tree: Root, heading: Element): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node !== heading || parent === undefined || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}
