import type { Element, Root } from 'hast'
import type { Plugin } from 'unified'
import { EXIT, visit } from '../walk.ts'
import { mayHave, mayHold } from './inventory.ts'

/** These are the states of tasks that the themes of Obsidian agree on. */
const STATES: Readonly<Record<string, string>> = {
  '/': 'In progress',
  '-': 'Cancelled',
  '>': 'Forwarded',
  '<': 'Scheduled',
  '?': 'Question',
  '!': 'Important',
  '*': 'Star',
}

/**
 * Gives the box of each task a label that says whether it is done, for readers who cannot see it. A task in another
 * state shows the character of its state in the box.
 */
export const tasks: Plugin<[], Root> = () => (tree, file) => {
  if (!mayHold(file, 'input') && !mayHave(file, 'dataTask')) return
  visit(tree, 'element', (node) => {
    if (node.tagName === 'li' && typeof node.properties.dataTask === 'string') showState(node, node.properties.dataTask)
    if (node.tagName === 'input') node.properties.ariaLabel ??= node.properties.checked ? 'Done' : 'To do'
  })
}

/** Moves the state of a task to its box. */
function showState(item: Element, state: string): void {
  delete item.properties.dataTask
  visit(item, 'element', (node) => {
    if (node.tagName !== 'input') return undefined
    node.properties.dataTask = state
    node.properties.ariaLabel = Object.hasOwn(STATES, state) ? STATES[state]! : `Marked ${state}`
    return EXIT
  })
}
