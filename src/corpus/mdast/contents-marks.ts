/** This file takes out the marks that ask for a table of contents, because each page has one. */
import type { Nodes, Parent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** A text without any of these words has no such mark. */
const WORDS = ['TOC', 'toc', 'Toc', 'tableofcontents', 'table-of-contents']
/** Matches a paragraph that is such a mark and nothing else. */
const MARK = /^(?:@?\[TOC\]|\[\[_?TOC_?\]\]|\\tableofcontents|\{\{<\s*toc\s*>\}\}|\$\{toc\}|\{:\s*toc[^{}]*\})$/i
/** Matches the item of a list which kramdown replaces by the contents. */
const OF_KRAMDOWN = /^(?:[*+-]|\d+[.)])[^\n]*\n\s*\{:\s*toc\b[^{}]*\}$/i

/** Matches what such a mark holds besides its word. Words such as "stocks" hold "toc" too. */
const MAY_HOLD = /\[_?TOC|\\tableof|\{\{<\s*toc|\$\{toc|\{:\s*toc|[`~]{3}[ \t]*(?:toc|table)|&/i

/** Takes out the marks. One among words is only text. */
export const contentsMarks: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!WORDS.some((word) => source.includes(word)) || !MAY_HOLD.test(source)) return
  visit(tree, (node: Nodes, index, parent) => {
    if (parent === undefined || index === undefined || !isMark(node, source)) return undefined
    ;(parent as Parent).children.splice(index, 1)
    return index
  })
}

function isMark(node: Nodes, source: string): boolean {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  if (node.type === 'code') return node.lang === 'toc' || node.lang === 'table-of-contents'
  if (node.type === 'list') return node.children.length === 1 && OF_KRAMDOWN.test(source.slice(start, end).trim())
  return node.type === 'paragraph' && MARK.test(source.slice(start, end).trim())
}
