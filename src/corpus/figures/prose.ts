/** This file gives the prose of a paragraph: its words as a reader sees them. */
import type { Nodes } from 'mdast'
import { SKIP, visit } from '../walk.ts'

/**
 * Gives the prose of a node. The result is as long as the node's source, so that every word stays at its offset: all
 * that is no prose (code, formulas, addresses, the targets of links) is replaced by spaces.
 *
 * @param source The text of the file in which the node stands.
 */
export function proseOf(node: Nodes, source: string): string {
  const from = node.position?.start.offset ?? 0
  let text = ''
  visit(node, (part: Nodes) => {
    const [start = from, end = from] = [part.position?.start.offset, part.position?.end.offset]
    if (part.type === 'link' && isBare(source, start, end)) return SKIP
    const shown = shownText(part, source, start, end)
    if (shown !== undefined) text += blank(source.slice(from + text.length, start)) + shown
    return undefined
  })
  return text + blank(source.slice(from + text.length, node.position?.end.offset ?? from))
}

/** Gives what a reader reads of a node. It is undefined where that is nothing, or the words of the nodes within. */
function shownText(node: Nodes, source: string, start: number, end: number): string | undefined {
  if (node.type === 'text') return readable(source.slice(start, end))
  if (node.type !== 'inlineMath' || !FIGURE.test(node.value)) return undefined
  return source.slice(start, end).replaceAll('$', ' ')
}

/**
 * Matches a formula that is nothing but a figure, such as `63.4\\%` or `p < 0.05`. The numbers of other formulas are
 * parts of them.
 */
const FIGURE =
  /^\s*(?:[nNpPr]\s*(?:[=<>]|\\[lg]eq?|\\approx)\s*[-−]?\d[\d.,]*|[-−+~]?\s*(?:\d[\d.,]*\s*\\?%|\d+\.\d+|\d[\d.,]*\s*\\(?:times|cdot)\s*10\^\{?-?\d+\}?))\s*$/

/** Tells whether a link has no words of its own. It then shows words of its target, which the author did not write. */
const isBare = (source: string, start: number, end: number): boolean =>
  source.startsWith('[[', start) && !source.slice(start, end).includes('|')

/** Replaces everything but line breaks by spaces. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/**
 * Replaces comments, character references and citations by key with spaces, because they are no words of the author.
 */
const readable = (text: string): string => text.replace(/%%.*?(?:%%|$)|&#?\w+;|\[[^[\]@]*@[^[\]]+\]/gs, blank)
