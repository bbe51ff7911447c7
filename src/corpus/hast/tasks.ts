import type { Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** The box of a task says its state to those who cannot see it. */
export const tasks: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'input') node.properties.ariaLabel = node.properties.checked ? 'Done' : 'To do'
  })
}
