/** This file turns tables into mdast. A cell of Pandoc's tables holds words on one line. */
import type { Element, ElementContent } from 'hast'
import type { AlignType, TableRow } from 'mdast'
import { paragraph, type Block } from './nodes.ts'
import { phrasing, type Conversion } from './phrasing.ts'
import { writePhrasing } from './pandoc.ts'

/** Makes a table, and its caption. */
export function tableOf(conversion: Conversion, node: Element): Block[] {
  const rows = elementsIn(node, 'tr')
  const [caption] = elementsIn(node, 'caption')
  const first = rows[0]
  const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length))
  if (first === undefined || columns === 0) return [paragraph(phrasing(conversion, node.children))]
  // Every table of this kind has a head, which may be empty.
  const hasHead = cellsOf(first).some(({ tagName }) => tagName === 'th')
  const head: TableRow[] = hasHead ? [] : [{ type: 'tableRow', children: emptyCells(columns) }]
  const align = Array.from({ length: columns }, (_, index): AlignType => alignOf(cellsOf(first)[index]))
  const children = [...head, ...rows.map((row) => rowOf(conversion, row, columns))]
  const words = caption === undefined ? '' : writePhrasing(phrasing(conversion, caption.children))
  return [
    { type: 'table', align, children },
    ...(words === '' ? [] : [{ type: 'written' as const, value: `: ${words}` }]),
  ]
}

const elementsIn = (node: Element, tagName: string): Element[] =>
  node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === tagName) return [child]
    return child.tagName === 'table' ? [] : elementsIn(child, tagName)
  })

/** Gives the cells of a row, with an empty one for each further column that a cell spans. */
const cellsOf = ({ children }: Element): Element[] =>
  children.flatMap((cell) => {
    if (cell.type !== 'element' || (cell.tagName !== 'td' && cell.tagName !== 'th')) return []
    const span = Math.min(100, Math.max(1, Number(cell.properties.colSpan ?? 1) || 1))
    return [cell, ...Array.from({ length: span - 1 }, (): Element => ({ ...cell, children: [] }))]
  })

const emptyCells = (count: number): TableRow['children'] =>
  Array.from({ length: count }, () => ({ type: 'tableCell' as const, children: [] }))

const alignOf = (cell: Element | undefined): AlignType => {
  const { align } = cell?.properties ?? {}
  return align === 'left' || align === 'right' || align === 'center' ? align : null
}

function rowOf(conversion: Conversion, row: Element, columns: number): TableRow {
  const cells = cellsOf(row).map((cell) => ({
    type: 'tableCell' as const,
    children: phrasing(conversion, onOneLine(cell.children)),
  }))
  return { type: 'tableRow', children: [...cells, ...emptyCells(columns - cells.length)] }
}

/** Puts a space between blocks, and makes spaces of line breaks. */
const onOneLine = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ ...node, value: node.value.replace(/\s*\n\s*/g, ' ') }]
    if (node.type !== 'element') return []
    const isApart = /^(?:p|li|div|h[1-6]|pre|blockquote|br)$/.test(node.tagName)
    const made = node.tagName === 'br' ? [] : [{ ...node, children: onOneLine(node.children) }]
    return isApart ? [...made, { type: 'text', value: ' ' }] : made
  })
