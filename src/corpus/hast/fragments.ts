/** This file mends the links within a page after their targets got prefixed ids. */
import type { Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import { mayHave } from './inventory.ts'

declare module 'vfile' {
  interface DataMap {
    /** These are the ids that the writer gave to elements in HTML, without the prefix. */
    anchors: string[]
  }
}

/** The sanitiser puts this before every id that a writer chose. */
export const PREFIX = 'user-content-'

/** Matches the ids of footnotes. Only the footnotes of the same page link to them. */
const FOOTNOTE = /^user-content-(fn|fnref)-|^user-content-footnote-label$/

/**
 * Makes links within the page lead to the prefixed ids of the elements they mean. Lists the ids to which other files
 * may link.
 */
export const fragments: Plugin<[], Root> = () => (tree, file) => {
  file.data.anchors = []
  if (!mayHave(file, 'id', 'name')) return
  const ids = new Set<string>()
  visit(tree, 'element', ({ tagName, properties }) => {
    // HTML 4 named the target of a link in `name`.
    if (tagName === 'a' && typeof properties.name === 'string') properties.id ??= properties.name
    if (tagName === 'a' && properties.name !== undefined) delete properties.name
    if (typeof properties.id !== 'string') return
    // Where two ids are the same, a link could only lead to the first one.
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
