/** This file reads the states of tasks beside "to do" and "done". */
import type { ListItem, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** Matches the box of a task at the beginning of an item. Any one character may stand in it. */
const BOX = /^\[(\P{M}\p{M}*)\](?:[ \t\n]+|$)/u

/**
 * Reads `- [/] words` as a task whose state is a character, as Obsidian does. The parser knows `[ ]` and `[x]` only.
 * The state becomes `data-task`.
 */
export const taskStates: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!BRACKETS.test(source) || !MAY_HAVE_STATES.test(source)) return
  visit(tree, 'listItem', read)
}

/** Matches a box wherever it stands. A text without one has no state either, and this is faster to match. */
const BRACKETS = /\[[^\]\n]{1,9}\](?:\s|$)/
const MAY_HAVE_STATES = /^[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]+)+\[[^\]\n]{1,9}\](?:\s|$)/m

function read(item: ListItem): void {
  const [paragraph] = item.children
  const [text] = paragraph?.type === 'paragraph' ? paragraph.children : []
  if (typeof item.checked === 'boolean' || paragraph?.type !== 'paragraph' || text?.type !== 'text') return
  const [box, state = ''] = BOX.exec(text.value) ?? []
  if (box === undefined) return
  // An item that is nothing but a box is a task to Obsidian only where words follow it.
  if (box === text.value && paragraph.children.length === 1 && item.children.length === 1) return
  item.checked = state.trim() !== ''
  if (item.checked) item.data = { ...item.data, hProperties: { ...item.data?.hProperties, dataTask: state } }
  text.value = text.value.slice(box.length)
  if (text.value === '') paragraph.children.shift()
}
