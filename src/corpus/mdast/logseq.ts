/** This file takes out what Logseq notes for itself. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** Matches the id of a block and the state of an outline, as Logseq writes them. */
const BOOKKEEPING = /(?:^|\n)[ \t]*(?:id:: [0-9a-f-]{36}|collapsed:: (?:true|false))[ \t]*(?=\n|$)/g

/** Takes out the lines that Logseq writes beneath an item of a list for itself. */
export const logseqNotes: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes(':: ')) return
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(BOOKKEEPING, '')
  })
}
