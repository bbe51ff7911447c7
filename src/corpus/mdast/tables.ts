/** This file keeps hostile tables small, and the cells that a head has no column for. */
import type { Root, Table, TableRow } from 'mdast'
import type { Plugin } from 'unified'
import type { ProblemRule } from '../problem-rules.ts'
import { visit } from '../walk.ts'

/** A table gets at most this many cells that were not written. GitHub's own parser has such a limit too. */
const MAX_FILLED = 20_000

/**
 * Limits the empty cells of a table. A row with fewer cells than the head of its table is filled up. A wide head over
 * many short rows would become a thousand times what was written. Such a table keeps its rows as they are and loses its
 * alignment, which is what makes the next step fill rows up.
 *
 * A row may also have more cells than the head. They would be left out with their words, so the head gets more columns.
 */
export const tables: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('|')) return
  visit(tree, 'table', (table) => {
    widen(table)
    const width = table.align?.length ?? 0
    const missing = table.children.reduce((sum, { children }) => sum + Math.max(0, width - children.length), 0)
    if (missing <= MAX_FILLED) return
    table.align = null
    const sentence = `The rows of this table lack ${missing} cells, so they are not filled up. Give the head as many as the rows.`
    file.message(sentence, {
      ...(table.position && { place: table.position.start }),
      ruleId: 'table' satisfies ProblemRule,
    })
  })
}

/** Gives a table a column for each cell with words in it. */
function widen(table: Table): void {
  const { align, children } = table
  if (!align) return
  const width = children.reduce((widest, row) => Math.max(widest, widthOf(row, widest)), align.length)
  if (width > align.length) table.align = [...align, ...Array.from({ length: width - align.length }, () => null)]
}

/** Counts the cells of a row up to the last one that is not empty. Fewer than the least are not counted. */
function widthOf({ children }: TableRow, least: number): number {
  let width = children.length
  while (width > least && children[width - 1]!.children.length === 0) width--
  return width
}
