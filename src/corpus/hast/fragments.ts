import type { Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

declare module 'vfile' {
  interface DataMap {
    anchors: string[]
  }
}

/** What sanitising puts before every id that a writer chose. */
export const PREFIX = 'user-content-'

/** Ids of footnotes, which only the footnotes use. */
const FOOTNOTE = /^user-content-(fn|fnref)-|^user-content-footnote-label$/

/** Points links of the page at the prefixed ids that sanitising gave to what they mean, and lists those that other files may mean. */
export const fragments: Plugin<[], Root> = () => (tree, file) => {
  const ids = new Set<string>()
  visit(tree, 'element', ({ tagName, properties }) => {
    // What HTML 4 called a name.
    if (tagName === 'a' && typeof properties.name === 'string') properties.id ??= properties.name
    if (tagName === 'a' && properties.name !== undefined) delete properties.name
    if (typeof properties.id !== 'string') return
    // Of two that are the same, a link could only ever lead to the first.
    if (ids.has(properties.id)) delete properties.id
    else ids.add(properties.id)
  })
  visit(tree, 'element', ({ properties }) => {
    const { href } = properties
    if (typeof href !== 'string' || !href.startsWith('#')) return
    const meant = PREFIX + href.slice(1)
    if (ids.has(meant)) properties.href = `#${meant}`
  })
  file.data.anchors = [...ids].filter((id) => !FOOTNOTE.test(id)).map((id) => id.slice(PREFIX.length))
}
