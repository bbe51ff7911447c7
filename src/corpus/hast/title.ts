/** This file finds the title of a body. */
import type { Element, Nodes, Root } from 'hast'
import type { Plugin } from 'unified'
import { EXIT, SKIP, visit } from '../walk.ts'
import { isFootnoteMark } from './footnote-marks.ts'
import { depthOf } from './headings.ts'

declare module 'vfile' {
  interface DataMap {
    /** This is the title from the frontmatter, if there is one. */
    title: string
    /** This is the title that the body gives: its first heading of the first level. It is empty where there is none. */
    titleInBody: string
    /** This is the first heading of any level. It is empty where there is none. */
    firstHeading: string
  }
}

/**
 * Finds the title that a body gives. A heading of a lower level is the name of a section, and one in a list or a
 * quotation is the name of a part of that. The page shows its title by itself, so the heading is removed where it is
 * the title.
 */
export const title: Plugin<[], Root> = () => (tree, file) => {
  const stated = file.data.title?.trim()
  const opening = find(tree, (depth) => depth === 1)
  const first = opening ?? find(tree, () => true)
  file.data.firstHeading = first === undefined ? '' : wordsOf(first).trim()
  file.data.titleInBody = opening === undefined ? '' : wordsOf(opening).trim()
  if (opening !== undefined && (stated === undefined || file.data.titleInBody === stated)) remove(tree, opening)
}

/**
 * Gives the text of a node. The title is found before the works are known, so a citation in it stays as it was written.
 */
function wordsOf(node: Nodes): string {
  if (node.type === 'element' && typeof node.properties.dataCite === 'string') return `@${node.properties.dataCite}`
  if (node.type === 'element' && isFootnoteMark(node)) return ''
  if ('children' in node) return node.children.map(wordsOf).join('')
  return node.type === 'text' ? node.value : ''
}

/** Finds the first heading whose depth is accepted. Lists and quotations are left out. */
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
  removeWaysBack(tree, heading)
}

/** Takes away the links of footnotes back to a heading that is removed. */
function removeWaysBack(tree: Root, heading: Element): void {
  const gone = new Set<string>()
  visit(heading, 'element', (node) => {
    if (isFootnoteMark(node)) gone.add(`#${String(node.properties.id)}`)
  })
  if (gone.size === 0) return
  visit(tree, 'element', ({ properties: { href } }, index, parent) => {
    if (typeof href !== 'string' || !gone.has(href) || parent === undefined || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}
