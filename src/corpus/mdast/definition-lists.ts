/** This file reads lists of definitions and lines of verse, as Pandoc and PHP Markdown Extra write them. */
import type { Blockquote, Nodes, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from '../walk.ts'

/** Matches the beginning of a line that defines the term before it. */
const DEFINES = /^:[ \t]+/
/** Matches the beginning of a line of verse. */
const VERSE = /^\|(?:[ \t]|$)/
/** Matches a text in which a line may begin so. */
const LINE = /(?:^|\n)[:|]/
const MAY_HOLD = /^[ \t>*+-]*[:|](?:[ \t]|$)/m

type Line = PhrasingContent[]

/** Turns `Term` and `: definition` into a list of definitions, and lines after `| ` into lines of verse. */
export const definitionLists: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!source.includes(': ') && !source.includes('| ')) return
  if (!MAY_HOLD.test(source)) return
  visit(tree, 'paragraph', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    if (!node.children.some((child) => child.type === 'text' && LINE.test(child.value))) return undefined
    const lines = linesOf(node.children)
    if (lines.every((line) => begins(line, VERSE))) {
      node.children = lines.flatMap((line, at) => [
        ...(at > 0 ? [{ type: 'break' as const }] : []),
        ...without(line, VERSE),
      ])
      return SKIP
    }
    return makeList(node, lines, index, parent)
  })
}

/** Makes a list of definitions of a paragraph, and of the one before it where that is the term. */
function makeList(node: Paragraph, lines: readonly Line[], index: number, parent: Nodes & Parent): number | undefined {
  const first = lines.findIndex((line) => begins(line, DEFINES))
  const siblings = parent.children as RootContent[]
  const before = siblings[index - 1]
  const term = first === 0 && before?.type === 'paragraph' && linesOf(before.children).length === 1 ? before : undefined
  if (first < 0 || (first === 0 && term === undefined && !isList(before))) return undefined
  const items = [
    ...(term === undefined
      ? lines.slice(0, first).map((line) => item('dt', line, node))
      : [item('dt', term.children, term)]),
    ...definitionsIn(lines.slice(first)).map((line) => item('dd', line, node)),
  ]
  const from = term === undefined ? index : index - 1
  const list = siblings[from - 1]
  if (isList(list)) list.children.push(...items)
  else siblings.splice(from, 0, { type: 'blockquote', data: { hName: 'dl' }, children: items } as Blockquote)
  const at = isList(list) ? from : from + 1
  siblings.splice(at, index - from + 1)
  return at
}

const isList = (node: RootContent | undefined): node is Blockquote =>
  node?.type === 'blockquote' && node.data?.hName === 'dl'

const item = (hName: string, children: PhrasingContent[], { position }: Paragraph): Paragraph => ({
  type: 'paragraph',
  data: { hName },
  children,
  position,
})

/** Joins the lines of each definition. */
function definitionsIn(lines: readonly Line[]): Line[] {
  const found: Line[] = []
  for (const line of lines)
    if (begins(line, DEFINES)) found.push(without(line, DEFINES))
    else found.at(-1)?.push({ type: 'text', value: '\n' }, ...line)
  return found
}

const begins = ([first]: Line, pattern: RegExp): boolean => first?.type === 'text' && pattern.test(first.value)

/** Takes the sign off the beginning of a line. */
function without([first, ...rest]: Line, pattern: RegExp): Line {
  return first?.type === 'text' ? [{ ...first, value: first.value.replace(pattern, '') }, ...rest] : rest
}

/** Cuts a paragraph into its lines. */
function linesOf(children: readonly PhrasingContent[]): Line[] {
  const lines: Line[] = [[]]
  for (const child of children)
    if (child.type === 'break') lines.push([])
    else if (child.type !== 'text') lines.at(-1)!.push(child)
    else
      for (const [index, value] of child.value.split('\n').entries()) {
        if (index > 0) lines.push([])
        if (value !== '') lines.at(-1)!.push({ ...child, value })
      }
  return lines
}
