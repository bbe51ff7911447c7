import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

const BOOKKEEPING = /(?:^|\n)[ \t]*(?:id:: [0-9a-f-]{36}|collapsed:: (?:true|false))[ \t]*(?=\n|$)/g

/** What Logseq notes for itself beneath a list item is not shown. */
export const logseqNotes: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes(':: ')) return
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(BOOKKEEPING, '')
  })
}
