/** This file gives named blocks their ids. */
import type { Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

declare module 'vfile' {
  interface DataMap {
    /** These are the names of the blocks of the body that have one. */
    blocks: string[]
  }
}

/**
 * Gives the id by which a named block is found on its page. No heading has an id that begins with `^`.
 *
 * @example
 * blockAnchor('result') // '^result'
 */
export const blockAnchor = (name: string): string => `^${name}`

/** Gives each named block its id. Where two blocks have the same name, the first one keeps it. */
export const blocks: Plugin<[], Root> = () => (tree, file) => {
  const names = new Set<string>()
  visit(tree, 'element', ({ properties }, _, parent) => {
    const name = properties.dataBlock
    if (name === undefined) return
    delete properties.dataBlock
    if (typeof name !== 'string' || names.has(name)) return
    names.add(name)
    // The name of a block of code is on the `code` element, but the block as a whole is the `pre` around it.
    const block = parent?.type === 'element' && parent.tagName === 'pre' ? parent.properties : properties
    block.id = blockAnchor(name)
  })
  file.data.blocks = [...names]
}
