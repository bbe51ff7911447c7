/** This file keeps an address without brackets from taking the end of its cell with it. */
import type { Root } from 'mdast'
import { visit } from '../walk.ts'
import type { Rewrite } from './rewrite.ts'
import { mayHaveTables, tableRows } from './table-rows.ts'

/** Matches an address up to the bar that ends its cell. One that begins a wikilink has a bar of its own. */
const BEFORE_BAR = /(?<!\[\[)\b(?:https?:\/\/|www\.)(?:[^\s<|\\]|\\\S)*(?=\|)/gi

/**
 * Finds the ends of cells that come right after an address, as in `|a|https://example.org|`, to put a space before them.
 * The parser takes such a bar for a part of the address. In a row of the head there are too few cells then, and the table
 * is none.
 *
 * @param parse Parses the text. It is asked only where there is such a bar, to tell what is in code.
 */
export function tableAddressRewrites(source: string, parse: (source: string) => Root): Rewrite[] {
  if (!source.includes('|') || source.search(BEFORE_BAR) === -1 || !mayHaveTables(source)) return []
  const lines = source.split('\n')
  const rows = tableRows(lines)
  const rewrites: Rewrite[] = []
  let start = 0
  for (const [index, line] of lines.entries()) {
    if (rows.has(index))
      for (const { 0: address, index: at } of line.matchAll(BEFORE_BAR)) {
        const end = start + at + address.length
        rewrites.push({ start: end, end, text: ' ' })
      }
    start += line.length + 1
  }
  const code = rewrites.length === 0 ? [] : codeIn(parse(source))
  return rewrites.filter(({ start: at }) => !code.some(([from, to]) => at > from && at < to))
}

/** Lists the stretches of a text that are code. */
function codeIn(tree: Root): (readonly [start: number, end: number])[] {
  const stretches: (readonly [number, number])[] = []
  visit(tree, (node) => {
    const { start, end } = node.position ?? {}
    if (node.type === 'code' || node.type === 'html') stretches.push([start?.offset ?? 0, end?.offset ?? 0])
  })
  return stretches
}
