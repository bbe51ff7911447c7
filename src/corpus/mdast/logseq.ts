/** This file takes out what Logseq notes for itself, and reads the ids by which its blocks are known. */
import type { List, ListItem, Nodes, Parent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { visit, visitParents } from '../walk.ts'
import { shortBlockId } from '../block-reference.ts'
import type { Words } from '../words/words.ts'
import { blockNamed } from './block-ids.ts'
import { textWords } from './text-words.ts'

const KEYS =
  String.raw`id|collapsed|heading|title-format|logseq\.[\w.-]+|background[-_]color|hl-[\w-]+|ls-type|card-[\w-]+|` +
  String.raw`fsrs-[\w-]+|query-[\w-]+|todo|doing|now|later|done|created[-_]at|updated[-_]at|template-including-parent`
/** Matches a property that Logseq writes for itself, on a line of its own. */
const BOOKKEEPING = new RegExp(String.raw`(?:^|\n)[ \t]*(?:${KEYS}):: [^\n]*(?=\n|$)`, 'g')
/** Matches the id of a block. */
const ID = /(?:^|\n)[ \t]*id:: ([0-9a-f-]{36})[ \t]*(?=\n|$)/

/**
 * Takes out the lines that Logseq writes beneath an item of a list for itself. The id of a block becomes its name, so
 * that `((id))` leads to it.
 */
export const logseqNotes: Plugin<[], Root> = () => (tree, file) => {
  const isLogseq = file.data.dialect?.program === 'logseq'
  if (isLogseq) {
    visit(tree, 'listItem', readTask)
    visit(tree, 'list', takeOutEmpty)
  }
  if (isLogseq && DAYS.test(String(file))) visit(tree, 'text', (node) => readDays(node, textWords(file)))
  if (!String(file).includes(':: ')) return
  if (isLogseq && String(file).includes(NUMBERED)) visit(tree, 'list', cutAtNumbers)
  visitParents(tree, 'text', (node, ancestors) => {
    if (!node.value.includes(':: ')) return
    const id = ID.exec(node.value)?.[1]
    const block = ancestors.findLast(isBlock)
    if (id !== undefined && block !== undefined) blockNamed(block, shortBlockId(id))
    takeOut(node)
    if (isLogseq) node.value = node.value.replace(PROPERTY, '$1: ')
  })
}

/** Matches a property that a writer gave to a block. */
const PROPERTY = /(?<=^|\n)([\p{L}][\p{L}\p{N}_.?-]*):: /gu
/** Matches the state of a task at the beginning of a block. The words `TODO` and `DONE` say what the box says. */
const TASK = /^(?:(TODO|DONE)|(?=(?:DOING|NOW|LATER|WAIT|WAITING|IN-PROGRESS|CANCELED|CANCELLED) ))\s*/

/** Matches the day for which a task is planned, or on which it has to be done. */
const DAYS = /\b(SCHEDULED|DEADLINE): <(\d{4}-\d\d-\d\d)[^<>\n]*>/

/** Writes the days of a task as words. */
function readDays(node: Text, { scheduled, deadline }: Words['text']): void {
  node.value = node.value.replace(
    new RegExp(DAYS, 'g'),
    (_, word: string, day: string) => `${word === 'SCHEDULED' ? scheduled : deadline}: ${day}`,
  )
}

/** Logseq writes this below each block of a numbered list. */
const NUMBERED = 'logseq.order-list-type:: number'

/** Makes lists of their own of the blocks of a list that are numbered. */
function cutAtNumbers(list: List, index?: number, parent?: Parent): number | undefined {
  if (list.ordered || parent === undefined || index === undefined || !list.children.some(isNumbered)) return undefined
  const lists: List[] = []
  for (const item of list.children) {
    const last = lists.at(-1)
    if (last !== undefined && last.ordered === isNumbered(item)) last.children.push(item)
    else lists.push({ ...list, ordered: isNumbered(item), start: isNumbered(item) ? 1 : null, children: [item] })
  }
  parent.children.splice(index, 1, ...lists)
  // The lists in the first of them are looked at next.
  return index
}

const isNumbered = ({ children }: ListItem): boolean =>
  children.some(
    (child) =>
      child.type === 'paragraph' &&
      child.children.some((node) => node.type === 'text' && node.value.includes(NUMBERED)),
  )

/** Gives the block of a task its box. */
function readTask(item: ListItem): void {
  const [first] = item.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  const found = text?.type === 'text' ? TASK.exec(text.value) : null
  if (found === null || text?.type !== 'text' || (found[1] !== undefined && !/\s/.test(text.value[4] ?? ' '))) return
  text.value = text.value.slice(found[0].length)
  item.checked = found[1] === 'DONE'
}

/** Takes out the items that hold nothing. Logseq leaves one wherever a writer stopped. */
function takeOutEmpty(list: List, index?: number, parent?: Parent): number | undefined {
  list.children = list.children.filter(({ children }) => !children.every(isNothing))
  if (list.children.length > 0 || parent === undefined || index === undefined) return undefined
  parent.children.splice(index, 1)
  return index
}

const isNothing = (node: Nodes): boolean =>
  node.type === 'html'
    ? /^\s*(?:<!--[^]*?-->\s*)*$/.test(node.value)
    : node.type === 'paragraph' && node.children.every(isNothing)

const isBlock = (node: Nodes): node is ListItem => node.type === 'listItem'

/** Takes out the properties of a text. The line break after one at the beginning goes with it. */
function takeOut(node: Text): void {
  const value = node.value.replace(BOOKKEEPING, '')
  if (value !== node.value) node.value = value.replace(/^\n/, '')
}
