/** This file cuts out the part of a text that another text shows. */
import type { ElementContent } from 'hast'
import { partOf } from '../render/excerpt.ts'
import { element } from './elements.ts'

/** Cuts a part out, and adds the footnotes, which are at the end of the whole. */
export function partIn(body: ElementContent[], fragment: string, until?: string): ElementContent[] {
  const isNotes = (node: ElementContent): boolean => node.type === 'element' && 'dataFootnotes' in node.properties
  const part = partOf({ type: 'root', children: body }, fragment, until)
  return [...part.filter((node) => !isNotes(node)), ...body.filter(isNotes)]
}

/** Makes paragraphs of headings, because the outline is that of the paper, and makes the footnotes differ from others. */
export function asExcerpt(nodes: readonly ElementContent[], from: string): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node
    const { properties } = node
    const named = (name: 'id' | 'href') =>
      typeof properties[name] === 'string' &&
      isFootnoteName(properties[name]) && { [name]: `${properties[name]}${from}` }
    const children = asExcerpt(node.children, from)
    if (/^h[1-6]$/.test(node.tagName)) return element('p', [element('strong', children)])
    return { ...node, properties: { ...properties, ...named('id'), ...named('href') }, children }
  })
}

const isFootnoteName = (name: string): boolean => /^#?user-content-fn(?:ref)?-/.test(name)
