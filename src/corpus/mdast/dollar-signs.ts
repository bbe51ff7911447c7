/** This file tells sums of money from formulas. */
import type { InlineMath } from 'mdast-util-math'
import type { Nodes, Root } from 'mdast'
import { visit } from '../walk.ts'

/**
 * This character stands for a dollar sign that begins no formula. It is a noncharacter and one code unit long, as the
 * sign is, so no position moves.
 */
const DOLLAR = '\uFDD2'
/**
 * No more rounds of parsing than this are made. More sums in one paragraph are a price list, and a hostile text may
 * have thousands.
 */
const ROUNDS = 100
/**
 * This bounds the work of all rounds together: characters times dollar signs for each round. A round parses the whole
 * text, which takes longer the more signs there are. A hostile text gets no round at all.
 */
const WORK = 2_000_000_000

/**
 * Parses Markdown so that `between $5 and $6` names two sums and no formula. As in Pandoc and Obsidian, the first sign
 * of a formula has no space after it, and the last sign has no space before it and no digit after it.
 *
 * @param parse Parses a text without this rule.
 */
export function parseKeepingDollarSigns(source: string, parse: (text: string) => Root): Root {
  let text = source
  let tree = parse(text)
  // When a sign is taken out, others may pair up in a new way, so the text is parsed again.
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

/**
 * Replaces the dollar signs at some offsets.
 *
 * @param offsets The offsets of the signs, in ascending order.
 */
function withoutSigns(text: string, offsets: readonly number[]): string {
  let done = ''
  let at = 0
  for (const offset of offsets) {
    done += text.slice(at, offset) + DOLLAR
    at = offset + 1
  }
  return done + text.slice(at)
}

/**
 * Finds the first wrong formula in each block, by the offset of its first sign. What seems wrong after it may be right
 * once it is gone.
 */
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

/** Tells whether what was parsed as a formula names a sum. */
const isSum = (written: string, next: string): boolean =>
  /^\$[^$]/.test(written) && (/^\$\s/.test(written) || /\s\$$/.test(written) || /\d/.test(next))

/** Puts the dollar signs back into the tree. */
function restore(tree: Root): void {
  visit(tree, (node: Nodes) => {
    if ('value' in node) node.value = node.value.replaceAll(DOLLAR, '$')
    if ('url' in node) node.url = node.url.replaceAll(DOLLAR, '$').replaceAll(encodeURIComponent(DOLLAR), '$')
    if ('alt' in node && typeof node.alt === 'string') node.alt = node.alt.replaceAll(DOLLAR, '$')
    if ('title' in node && typeof node.title === 'string') node.title = node.title.replaceAll(DOLLAR, '$')
  })
}
