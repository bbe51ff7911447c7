/** This file finds the diagrams of Mermaid in a text. */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import type { Diagram } from '../model/parsed.ts'
import { mark } from './slots.ts'

declare module 'vfile' {
  interface DataMap {
    /** These are the diagrams of the body, in their order. */
    diagrams: Diagram[]
  }
}

/** Matches the language of a block of code that is a diagram. Quarto writes it in braces. */
const LANGUAGE = /^language-\{?mermaid\}?$/i

/**
 * Lists the diagrams, and leaves a slot before and after the code of each. What is drawn is known later; where nothing
 * is, the code is shown like other code.
 */
export const diagrams: Plugin<[], Root> = () => (tree, file) => {
  if (!/mermaid/i.test(String(file))) return
  const found: Diagram[] = []
  visit(tree, 'element', (node, index, parent) => {
    const [code] = node.children
    if (node.tagName !== 'pre' || !isDiagram(code) || parent === undefined || index === undefined) return undefined
    const at = found.push({ code: toString(code), line: node.position?.start.line ?? 1 }) - 1
    parent.children.splice(index, 1, { type: 'text', value: mark('drawing', at) }, node, {
      type: 'text',
      value: mark('drawn', at),
    })
    return index + 3
  })
  if (found.length > 0) file.data.diagrams = found
}

const isDiagram = (node: Element['children'][number] | undefined): node is Element =>
  node?.type === 'element' &&
  node.tagName === 'code' &&
  Array.isArray(node.properties.className) &&
  node.properties.className.some((name) => typeof name === 'string' && LANGUAGE.test(name))
