import type { Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'

/** What sanitising puts before every id that a writer chose. */
export const PREFIX = 'user-content-'

/** Points links of the page at the prefixed ids that sanitising gave to what they mean. */
export const fragments: Plugin<[], Root> = () => (tree) => {
  const ids = new Set<string>()
  visit(tree, 'element', ({ properties: { id } }) => {
    if (typeof id === 'string') ids.add(id)
  })
  visit(tree, 'element', ({ properties }) => {
    const { href } = properties
    if (typeof href !== 'string' || !href.startsWith('#')) return
    const meant = PREFIX + href.slice(1)
    if (ids.has(meant)) properties.href = `#${meant}`
  })
}
