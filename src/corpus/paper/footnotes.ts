/** This file finds the footnotes of a paper. */
import type { Element, ElementContent } from 'hast'

/** `Footnotes` are those of a paper, in the order in which they are numbered. */
export interface Footnotes {
  /** Gives the number of a footnote by its id. It is undefined where there is none. */
  readonly noteOf: (id: string) => number | undefined
  readonly notes: readonly Element[]
}

/** Finds the footnotes in a tree, those of embedded texts too, if something refers to them. */
export function footnotesIn(nodes: readonly ElementContent[]): Footnotes {
  const all = elementsIn(nodes)
  const items = new Map(
    all.flatMap((node) => (node.tagName === 'li' ? [[String(node.properties.id), node] as const] : [])),
  )
  const named = all.flatMap(({ properties: { dataFootnoteRef, href } }) =>
    dataFootnoteRef === undefined ? [] : [String(href).slice(1)],
  )
  const ids = [...new Set(named)].filter((id) => items.has(id))
  const numbers = new Map(ids.map((id, index) => [id, index + 1]))
  return { noteOf: (id) => numbers.get(id), notes: ids.map((id) => items.get(id)!) }
}

/** Lists all elements of a tree. */
export const elementsIn = (nodes: readonly ElementContent[]): Element[] =>
  nodes.flatMap((node) => (node.type === 'element' ? [node, ...elementsIn(node.children)] : []))
