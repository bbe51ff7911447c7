/** This file reads wikilinks whose names hold wikilinks, as Roam writes them: `[[[[QUE]] - Why - [[@key]]]]`. */
import type { Link, PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { splitWikilink, withoutBrackets } from '../identity.ts'
import { visit } from '../walk.ts'

/** A name that holds another one begins with two pairs of brackets, or has a second pair before the first is closed. */
const NESTED = /\[\[(?:[^[\]\n]|\[(?!\[)|\](?!\]))*\[\[/

/**
 * Turns a wikilink that holds others into one link to the page of the whole name. The parser finds the inner ones only,
 * and leaves the outer brackets as text.
 */
export const nestedWikilinks: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!NESTED.test(source)) return
  const [closings, order] = [closingsIn(source), file.data.dialect?.wikilinks]
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'link')) return
    join(node.children as PhrasingContent[], { source, closings, order })
  })
}

type Order = Parameters<typeof splitWikilink>[1]

/** What the names of a file are read from. */
interface Written {
  readonly source: string
  readonly closings: ReadonlyMap<number, number>
  readonly order: Order
}

/** Joins the children of a node that are parts of one name. */
function join(children: PhrasingContent[], written: Written): void {
  for (let first = 0; first < children.length; first++) {
    const found = nameFrom(children, first, written)
    if (found === undefined) continue
    const { opening, closing, start, end, last } = found
    const [beginsAt, endsAt] = [opening.position!.end.offset! - start, end - closing.position!.start.offset!]
    const made = [
      { ...opening, value: opening.value.slice(0, opening.value.length - beginsAt) },
      linkOf(opening, written.source.slice(start, end), beginsAt, written.order),
      { ...closing, value: closing.value.slice(endsAt), position: after(closing, endsAt) },
    ].filter((node) => node.type !== 'text' || node.value !== '')
    children.splice(first, last - first + 1, ...made)
  }
}

/** Finds the outermost name that begins in a child and holds other names. It ends on the same line, in a text. */
function nameFrom(children: readonly PhrasingContent[], first: number, { source, closings }: Written) {
  const opening = children[first]!
  const tail = opening.type === 'text' ? opening.value.slice(opening.value.lastIndexOf('\n') + 1) : ''
  const openingEnd = opening.position?.end.offset
  if (opening.type !== 'text' || openingEnd === undefined || !tail.includes('[[')) return undefined
  if (source.slice(openingEnd - tail.length, openingEnd) !== tail) return undefined
  let start = source.indexOf('[[', openingEnd - tail.length)
  // Where several pairs of brackets follow one another, the first one that is closed is meant.
  for (; start !== -1 && start < openingEnd; start = source.indexOf('[[', start + 1)) {
    const end = closings.get(start)
    const last =
      end === undefined ? -1 : children.findIndex((child, index) => index > first && holds(child, end, source))
    const closing = children[last]
    if (end === undefined || closing?.type !== 'text' || !hasNestedName(source.slice(start + 2, end - 2))) continue
    const between = children.slice(first + 1, last)
    if (between.every(({ type }) => type === 'text' || type === 'link')) return { opening, closing, start, end, last }
  }
  return undefined
}

/** Tells whether a wikilink holds others in its name, and none in its words. Words that hold a link are two links. */
function hasNestedName(inside: string): boolean {
  const [name = '', ...words] = inside.split('|')
  return name.includes('[[') && !words.some((each) => each.includes('[['))
}

/** Tells whether the brackets that end at an offset are in the first line of a text, which stands so in the source. */
function holds(node: PhrasingContent, end: number, source: string): boolean {
  const start = node.position?.start.offset
  if (node.type !== 'text' || start === undefined || start >= end) return false
  const [head = ''] = node.value.split('\n', 1)
  return end <= start + head.length && source.startsWith(head, start)
}

/** Gives for each pair of opening brackets the offset after the pair that closes it on the same line. */
function closingsIn(source: string): Map<number, number> {
  const closings = new Map<number, number>()
  let open: number[] = []
  for (const { 0: sign, index } of source.matchAll(/\[\[|\]\]|\n/g)) {
    if (sign === '\n') open = []
    else if (sign === '[[') open.push(index)
    else if (open.length > 0) closings.set(open.pop()!, index + 2)
  }
  return closings
}

/** Makes the link of a name that begins at the end of a text and ends on the same line. */
function linkOf({ position }: Text, written: string, beginsAt: number, order: Order): Link {
  const { name, label } = splitWikilink(written.slice(2, -2), order)
  const { line, column, offset = 0 } = position!.end
  const start = { line, column: column - beginsAt, offset: offset - beginsAt }
  return {
    type: 'link',
    url: '',
    children: label === '' ? [] : [{ type: 'text', value: label }],
    position: { start, end: { line, column: start.column + written.length, offset: start.offset + written.length } },
    data: { hProperties: { dataName: withoutBrackets(name) } },
  }
}

/** Gives the position of what is left of a text whose beginning was taken away. */
const after = ({ position }: Text, length: number): Text['position'] => {
  const { line, column, offset = 0 } = position!.start
  return { ...position!, start: { line, column: column + length, offset: offset + length } }
}
