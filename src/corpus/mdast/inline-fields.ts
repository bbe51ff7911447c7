import type { Paragraph, PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import { relationField, type RelationField } from '../relation-words.ts'

/** A field has a line to itself, or stands in brackets anywhere in one: `[Supports:: [[x]]]`. */
const FIELD = /(?:^|(?<bracket>[([]))\s*(?<name>\p{L}[\p{L} _-]{0,60}?)::/gu
const CLOSING = { '(': ')', '[': ']' } as const

interface Field {
  readonly relation: RelationField
  /** What ends it, besides the end of the line. */
  readonly closing?: string
}

/** `Supports:: [[x]], [[y]]` on a line of its own, or in a list item, states relations: its links carry `data-relation`. */
export const inlineFields: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('::')) return
  visit(tree, 'paragraph', markLines)
}

function markLines({ children }: Paragraph): void {
  let line = ''
  let field: Field | undefined
  for (const child of children) {
    if (child.type === 'link') {
      if (field !== undefined) mark(child, field.relation)
      line += wordsOf(child) || 'a link'
      continue
    }
    const words = wordsOf(child)
    const ends = words.includes('\n') || (field?.closing !== undefined && words.includes(field.closing))
    if (ends) field = undefined
    line = endOf(line + words)
    field ??= fieldIn(line)
    line = nearEndOf(line)
  }
}

const endOf = (lines: string): string => lines.slice(lines.lastIndexOf('\n') + 1)

/** What may still become a field. It no longer begins its line, which the sign before it says. */
const nearEndOf = (line: string): string => (line.length > NEAR ? `|${line.slice(-NEAR)}` : line)
const NEAR = 200

/** The last field of a line that is still open at its end. */
function fieldIn(line: string): Field | undefined {
  return [...line.matchAll(FIELD)]
    .flatMap(({ 0: written, index, groups }): Field[] => {
      const relation = relationField(groups?.['name'] ?? '')
      const closing = CLOSING[groups?.['bracket'] as keyof typeof CLOSING] as string | undefined
      if (relation === undefined) return []
      if (closing === undefined) return [{ relation }]
      return line.includes(closing, index + written.length) ? [] : [{ relation, closing }]
    })
    .at(-1)
}

function wordsOf(node: PhrasingContent): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function mark(link: PhrasingContent & { type: 'link' }, relation: RelationField): void {
  link.data = { ...link.data, hProperties: { ...link.data?.hProperties, dataRelation: relation } }
}
