import type { Paragraph, PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import { relationField, type RelationField } from '../relation-words.ts'

const FIELD = /^\s*[([]?\s*(\p{L}[\p{L} _-]*?)\s*::/u

/** `Supports:: [[x]], [[y]]` on a line of its own, or in a list item, states relations: its links carry `data-relation`. */
export const inlineFields: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('::')) return
  visit(tree, 'paragraph', markLines)
}

function markLines({ children }: Paragraph): void {
  let line = ''
  let relation: RelationField | undefined
  for (const child of children) {
    if (child.type === 'link' && relation !== undefined) mark(child, relation)
    const words = wordsOf(child)
    const breaks = words.lastIndexOf('\n')
    if (breaks >= 0) relation = undefined
    line = breaks >= 0 ? words.slice(breaks + 1) : line + words
    relation ??= relationField(FIELD.exec(line)?.[1] ?? '')
  }
}

function wordsOf(node: PhrasingContent): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function mark(link: PhrasingContent & { type: 'link' }, relation: RelationField): void {
  link.data = { ...link.data, hProperties: { ...link.data?.hProperties, dataRelation: relation } }
}
