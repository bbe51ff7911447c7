import type { InlineMath } from 'mdast-util-math'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Stands for a dollar sign that opens no formula. A noncharacter, one code unit as the sign is, so that no position moves. */
const DOLLAR = '\uFDD2'
/** More sums than this in one paragraph are a price list, and a hostile one may have thousands. */
const ROUNDS = 100

/**
 * Parses Markdown so that `between $5 and $6` names two sums and not a formula: a formula's first sign has no space after it, and its
 * last none before it and no digit after it, as Pandoc has it and Obsidian.
 */
export function parseWithMoney(source: string, parse: (text: string) => Root): Root {
  let text = source
  let tree = parse(text)
  // A sign that is taken out may make others pair up anew.
  for (let round = 0; round < ROUNDS && text.includes('$'); round++) {
    const sums = sumsIn(text, tree)
    if (sums.length === 0) break
    for (const at of sums) text = text.slice(0, at) + DOLLAR + text.slice(at + 1)
    tree = parse(text)
  }
  if (text !== source) restore(tree)
  return tree
}

/** The first in each block: what seems wrong after it may be right once it is gone. */
function sumsIn(text: string, tree: Root): number[] {
  const sums = new Map<unknown, number>()
  visit(tree, 'inlineMath', ({ position }: InlineMath, _, parent) => {
    const start = position?.start.offset
    const end = position?.end.offset
    if (start === undefined || end === undefined || sums.has(parent)) return
    if (isSum(text.slice(start, end), text.charAt(end))) sums.set(parent, start)
  })
  return [...sums.values()]
}

const isSum = (written: string, next: string): boolean =>
  /^\$[^$]/.test(written) && (/^\$\s/.test(written) || /\s\$$/.test(written) || /\d/.test(next))

function restore(tree: Root): void {
  visit(tree, (node: Nodes) => {
    if ('value' in node) node.value = node.value.replaceAll(DOLLAR, '$')
    if ('url' in node) node.url = node.url.replaceAll(DOLLAR, '$').replaceAll(encodeURIComponent(DOLLAR), '$')
    if ('alt' in node && typeof node.alt === 'string') node.alt = node.alt.replaceAll(DOLLAR, '$')
    if ('title' in node && typeof node.title === 'string') node.title = node.title.replaceAll(DOLLAR, '$')
  })
}
