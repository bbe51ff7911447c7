import type { Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** Gives the box of each task a label that says whether it is done, for readers who cannot see it. */
export const tasks: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'input') node.properties.ariaLabel = node.properties.checked ? 'Done' : 'To do'
  })
}
