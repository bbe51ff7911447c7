/** This file keeps the bar of a wikilink from ending the cell that it stands in. */
import type { Root } from 'mdast'
import { visit } from '../walk.ts'
import { mayHaveTables, tableRows } from './table-rows.ts'

/** Matches a text that may hold a wikilink whose bar has no backslash. */
const MAY_HAVE_BARS = /\[\[[^[\]|\n]*[^[\]|\n\\]\|/
/** Matches a wikilink. */
const WIKILINK = /\[\[[^[\]\n]*\]\]/g
const BAR = /(?<!\\)\|/g

/** This noncharacter stands for a bar that ends no cell. */
const HIDDEN_BAR = '\uFDE1'

/**
 * Hides the bars of the wikilinks in the rows of tables: `| [[name|words]] | b |`. Without a backslash before it, such a
 * bar would end the cell, the words would be cut in two, and the last cell of the row would be one too many.
 */
export function hideBars(source: string): string {
  if (!source.includes('[[') || !MAY_HAVE_BARS.test(source) || !mayHaveTables(source)) return source
  const lines = source.split('\n')
  for (const row of tableRows(lines)) lines[row] = withoutBars(lines[row]!)
  return lines.join('\n')
}

const withoutBars = (line: string): string =>
  line.includes('[[') ? line.replace(WIKILINK, (link) => link.replace(BAR, HIDDEN_BAR)) : line

/** Puts the bars back into the texts of a tree. */
export function restoreBars(tree: Root): void {
  visit(tree, (node) => {
    const fields = node as unknown as Record<string, unknown>
    for (const key of TEXTS) {
      const text = fields[key]
      if (typeof text === 'string' && text.includes(HIDDEN_BAR)) fields[key] = text.replaceAll(HIDDEN_BAR, '|')
    }
  })
}

const TEXTS = ['value', 'url', 'alt', 'title', 'label', 'identifier', 'lang', 'meta']
