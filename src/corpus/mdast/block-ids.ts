import type { Nodes, Parent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visitParents } from 'unist-util-visit-parents'

const AT_END = /(?:^|\s+)\^([A-Za-z0-9-]+)\s*$/
const ALONE = /^\^([A-Za-z0-9-]+)$/

/**
 * `words ^id` at the end of a block names that block, so that a link can lead to it; alone on a line it names the block before.
 * The name becomes `data-block`.
 */
export const blockIds: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('^')) return
  visitParents(tree, ['paragraph', 'heading'], (node, ancestors) => {
    const parent = ancestors.at(-1)
    const { children } = node as Parent
    const last = children.at(-1)
    if (parent === undefined || last?.type !== 'text') return undefined
    const siblings: Nodes[] = parent.children
    const index = siblings.indexOf(node)
    const alone = children.length === 1 ? ALONE.exec(last.value.trim()) : null
    const before = siblings[index - 1]
    if (alone && before !== undefined) {
      name(before, alone[1]!)
      siblings.splice(index, 1)
      return [SKIP, index]
    }
    const found = AT_END.exec(last.value)
    if (found !== null && (found.index > 0 || children.length > 1)) take(last, found, parent.type === 'listItem' ? parent : node)
    return undefined
  })
}

function take(last: Text, found: RegExpExecArray, block: Nodes): void {
  last.value = last.value.slice(0, found.index)
  name(block, found[1]!)
}

function name(block: Nodes, id: string): void {
  const data = (block.data ??= {}) as { hProperties?: Record<string, string | number> | undefined }
  data.hProperties = { ...data.hProperties, dataBlock: id }
}
