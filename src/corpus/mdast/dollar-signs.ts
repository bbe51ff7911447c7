import type { InlineMath } from 'mdast-util-math'
import type { Nodes, Root } from 'mdast'
import { visit } from '../walk.ts'

/** Stands for a dollar sign that opens no formula. A noncharacter, one code unit as the sign is, so that no position moves. */
const DOLLAR = '\uFDD2'
/** More sums than this in one paragraph are a price list, and a hostile one may have thousands. */
const ROUNDS = 100
/** Each round parses the whole text, which takes the longer the more signs there are in it; a hostile one has no rounds at all. */
const WORK = 2_000_000_000

/**
 * Parses Markdown so that `between $5 and $6` names two sums and not a formula: a formula's first sign has no space after it, and its
 * last none before it and no digit after it, as Pandoc has it and Obsidian.
 */
export function parseKeepingDollarSigns(source: string, parse: (text: string) => Root): Root {
  let text = source
  let tree = parse(text)
  // A sign that is taken out may make others pair up anew.
  const signs = source.split('$').length - 1
  const rounds = Math.min(ROUNDS, Math.floor(WORK / (source.length * signs)))
  for (let round = 0; round < rounds && text.includes('$'); round++) {
    const sums = sumsIn(text, tree)
    if (sums.length === 0) break
    text = withoutSigns(text, sums)
    tree = parse(text)
  }
  if (text !== source) restore(tree)
  return tree
}

/** @param places Of the signs, in reading order. */
function withoutSigns(text: string, points: readonly number[]): string {
  let done = ''
  let at = 0
  for (const point of points) {
    done += text.slice(at, point) + DOLLAR
    at = point + 1
  }
  return done + text.slice(at)
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
  return [...sums.values()].sort((a, b) => a - b)
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
