/** This file makes one paragraph of a field of the frontmatter. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

declare module 'vfile' {
  interface DataMap {
    /** This is true where the text is a field of the frontmatter: one paragraph, without tags, footnotes and embeds. */
    isField: boolean
  }
}

/**
 * This sign stands before the text of a field while it is parsed, so that a field which begins like a list or a heading
 * is a paragraph all the same. It is punctuation, so emphasis may begin right after it.
 */
const START = '\u2E31'

/** Gives the text of a field as it is to be parsed. */
export const fieldSource = (text: string): string => START + text.trim().replace(/\s*\n\s*/g, ' ')

/** Takes the sign before the text of a field away. */
export const field: Plugin<[], Root> = () => (tree, file) => {
  if (!file.data.isField) return
  let isFirst = true
  visit(tree, 'text', (node) => {
    if (isFirst) node.value = node.value.replace(START, '')
    isFirst = false
  })
}
