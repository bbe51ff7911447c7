/** This file reads inline fields that state relations, as in `Supports:: [[name]]`. */
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import { relationField, statedRelation } from '../relation-words.ts'
import { splitText } from './split-text.ts'

/**
 * Matches the beginning of a field. A field has a line to itself, or stands in brackets anywhere on a line, as in
 * `[Supports:: [[x]]]`.
 */
const FIELD = /(?:^|(?<bracket>[([]))\s*(?<name>\p{L}[\p{L}\p{N} _/'’&-]{0,60}?)::/gu
const CLOSING = { '(': ')', '[': ']' } as const

/** A `Field` is an inline field that has begun and not yet ended. */
interface Field {
  /** This is the field of the schema, or else the word for a relation beside the roles, as it is written. */
  readonly relation: string
  /** This sign ends the field, besides the end of the line. It is undefined for a field without brackets. */
  readonly closing?: string
}

/**
 * Reads fields on a line of their own, in an item of a list, or in brackets. The links of a field get its relation as
 * `data-relation`.
 */
export const inlineFields: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!source.includes('::')) return
  const { relations = [] } = file.data.dialect ?? {}
  const context = CONTEXT.test(source) ? contextOf(tree) : []
  for (const part of tree.children) {
    const isContext = context.includes(part)
    if (isContext) linkFileNames(part)
    const relationOf: RelationOf = (word) => {
      const declared = statedRelation(word, relations)
      const isOwn = declared?.label !== undefined
      return (isOwn ? word : relationField(word)) ?? (isContext || declared !== undefined ? word : undefined)
    }
    visit({ type: 'root', children: [part] } as Root, 'paragraph', (paragraph) => markLines(paragraph, relationOf))
  }
}

/** Matches the heading under which discourse graphs write all relations of a node, whatever they are called. */
const CONTEXT = /^#{1,6}[ \t]+discourse[ \t]+context[ \t#]*$/im

/** Gives the blocks under that heading, as far as the next one. */
function contextOf({ children }: Root): RootContent[] {
  let isContext = false
  return children.filter((block) => {
    if (block.type === 'heading') isContext = /^discourse\s+context$/i.test(block.children.map(wordsOf).join('').trim())
    return isContext && block.type !== 'heading'
  })
}

/**
 * Matches the name of a file that is all of a line, or all that comes after the word of a field. Exports without the
 * syntax of links write it so: `**Supports::** A claim.md`.
 */
const FILE_NAME = /(?<=^[ \t]*|::[ \t]*)(?![ \t])((?:(?!::)[^\n])+)\.md(?=[ \t]*$)/gm

/** Makes links of the names of files in a block under that heading. */
const linkFileNames = (block: RootContent): void => {
  splitText({ type: 'root', children: [block] }, '.md', FILE_NAME, ([, name]) => [
    { type: 'link', url: '', children: [], data: { hProperties: { dataName: name! } } },
  ])
}

/** Gives the field of the schema that a word names, or the word itself where it names another relation. */
type RelationOf = (word: string) => string | undefined

/** Marks the links of the fields of a paragraph. */
function markLines({ children }: Paragraph, relationOf: RelationOf): void {
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
    field ??= fieldIn(line, relationOf)
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
function fieldIn(line: string, relationOf: RelationOf): Field | undefined {
  return [...line.matchAll(FIELD)]
    .flatMap(({ 0: written, index, groups }): Field[] => {
      const word = groups?.['name']?.trim() ?? ''
      const relation = word === '' ? undefined : relationOf(word)
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
function mark(link: PhrasingContent & { type: 'link' }, relation: string): void {
  link.data = { ...link.data, hProperties: { ...link.data?.hProperties, dataRelation: relation } }
}
