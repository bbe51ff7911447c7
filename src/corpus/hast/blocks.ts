import type { Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

declare module 'vfile' {
  interface DataMap {
    blocks: string[]
  }
}

/** The id under which a named block is found on its page. No heading's id ever begins like this. */
export const blockAnchor = (name: string): string => `^${name}`

/** Named blocks get their ids. Where two have the same name, the first keeps it. */
export const blocks: Plugin<[], Root> = () => (tree, file) => {
  const names = new Set<string>()
  visit(tree, 'element', ({ properties }, _, parent) => {
    const name = properties.dataBlock
    if (name === undefined) return
    delete properties.dataBlock
    if (typeof name !== 'string' || names.has(name)) return
    names.add(name)
    // Code has its name on the inner of two elements, and is a block only with the outer.
    const block = parent?.type === 'element' && parent.tagName === 'pre' ? parent.properties : properties
    block.id = blockAnchor(name)
  })
  file.data.blocks = [...names]
}
