import type { Element, Root } from 'hast'
import type { Plugin } from 'unified'
import { textWords } from '../mdast/text-words.ts'
import { EXIT, visit } from '../walk.ts'
import type { Words } from '../words/words.ts'
import { mayHave, mayHold } from './inventory.ts'

/**
 * Gives the box of each task a label that says whether it is done, for readers who cannot see it. A task in another
 * state shows the character of its state in the box.
 */
export const tasks: Plugin<[], Root> = () => (tree, file) => {
  if (!mayHold(file, 'input') && !mayHave(file, 'dataTask')) return
  const words = textWords(file)
  visit(tree, 'element', (node) => {
    if (node.tagName === 'li' && typeof node.properties.dataTask === 'string')
      showState(node, node.properties.dataTask, words)
    if (node.tagName === 'input') node.properties.ariaLabel ??= words[node.properties.checked ? 'done' : 'toDo']
  })
}

/** Moves the state of a task to its box. */
function showState(item: Element, state: string, { tasks, marked }: Words['text']): void {
  const states: Readonly<Record<string, string>> = tasks
  delete item.properties.dataTask
  visit(item, 'element', (node) => {
    if (node.tagName !== 'input') return undefined
    node.properties.dataTask = state
    node.properties.ariaLabel = Object.hasOwn(states, state) ? states[state]! : marked(state)
    return EXIT
  })
}
