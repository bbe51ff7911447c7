/** This file reads inline fields that state relations, as in `Supports:: [[name]]`. */
import type { Paragraph, PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import { relationField, type RelationField } from '../relation-words.ts'

/**
 * Matches the beginning of a field. A field has a line to itself, or stands in brackets anywhere on a line, as in
 * `[Supports:: [[x]]]`.
 */
const FIELD = /(?:^|(?<bracket>[([]))\s*(?<name>\p{L}[\p{L} _-]{0,60}?)::/gu
const CLOSING = { '(': ')', '[': ']' } as const

/** A `Field` is an inline field that has begun and not yet ended. */
interface Field {
  readonly relation: RelationField
  /** This sign ends the field, besides the end of the line. It is undefined for a field without brackets. */
  readonly closing?: string
}

/**
 * Reads fields on a line of their own, in an item of a list, or in brackets. The links of a field get its relation as
 * `data-relation`.
 */
export const inlineFields: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('::')) return
  visit(tree, 'paragraph', markLines)
}

/** Marks the links of the fields of a paragraph. */
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

/** Gives the last line of a text. */
const endOf = (lines: string): string => lines.slice(lines.lastIndexOf('\n') + 1)

/**
 * Gives the end of a line, in which a field may still begin. A sign before it says that this is not the beginning of
 * the line.
 */
const nearEndOf = (line: string): string => (line.length > NEAR ? `|${line.slice(-NEAR)}` : line)
/** A field begins in no more characters than this. */
const NEAR = 200

/** Finds the last field that a line begins and does not end. */
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
  if (node.type === 'escaped') return ' '
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** Gives a link its relation. */
function mark(link: PhrasingContent & { type: 'link' }, relation: RelationField): void {
  link.data = { ...link.data, hProperties: { ...link.data?.hProperties, dataRelation: relation } }
}
