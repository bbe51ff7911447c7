/** This file reads the names that writers give to blocks. */
import type { Nodes, Parent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** Matches a name at the end of a block. */
const AT_END = /(?:^|(?<!\s)\s+)\^([A-Za-z0-9-]+)\s*$/
/** Matches a paragraph that is nothing but a name. */
const ALONE = /^\^([A-Za-z0-9-]+)$/

/**
 * Reads the names of blocks. `words ^id` at the end of a block names that block, so that a link can lead to it. `^id`
 * on a line of its own names the block before. The name becomes `data-block`.
 */
export const blockIds: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.isField) return
  if (!String(file).includes('^')) return
  /**
   * These are the paragraphs that are nothing but a name, each with the block that it names. They are removed at the
   * end, all at once.
   */
  const names = new Map<Nodes, Nodes>()
  visit(tree, ['paragraph', 'heading'], (node, index, parent) => {
    const { children } = node as Parent
    const last = children.at(-1)
    if (parent === undefined || index === undefined || last?.type !== 'text') return
    const previous = (parent as Parent).children[index - 1]
    const before = previous && (names.get(previous) ?? previous)
    const alone = children.length === 1 ? ALONE.exec(last.value.trim()) : null
    if (alone && before !== undefined) {
      blockNamed(before, alone[1]!)
      names.set(node, before)
      return
    }
    const found = AT_END.exec(last.value)
    if (found !== null && (found.index > 0 || children.length > 1))
      take(last, found, parent.type === 'listItem' ? parent : node)
  })
  if (names.size === 0) return
  visit(tree, (node: Nodes) => {
    if ('children' in node && node.children.some((child) => names.has(child)))
      (node as Parent).children = (node as Parent).children.filter((child) => !names.has(child))
  })
}

/** Takes the name off the end of a text. */
function take(last: Text, found: RegExpExecArray, block: Nodes): void {
  last.value = last.value.slice(0, found.index)
  blockNamed(block, found[1]!)
}

/** Gives a block its name. */
export function blockNamed(block: Nodes, id: string): void {
  const data = (block.data ??= {}) as { hProperties?: Record<string, string | number> | undefined }
  data.hProperties = { ...data.hProperties, dataBlock: id }
}
