import type { Element, Nodes } from 'hast'
import type { Node } from 'unist'
import type { Context } from '../model/parsed.ts'
import { onlyWords } from './slots.ts'

/** The text of a block, its sentences, and where each link in it begins. */
export interface BlockText {
  readonly text: string
  readonly sentences: Intl.Segments
  readonly starts: ReadonlyMap<Node, number>
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** How much of a sentence, on either side of the link, and of what stands before and after it. A block may be a book. */
const NEAR = 600

/** The sentence that holds a link, and the rest of its block. Blocks are read once each. */
export function contextOf(link: Element, block: Element, blocks: Map<Node, BlockText>): Context {
  let read = blocks.get(block)
  if (read === undefined) blocks.set(block, (read = readBlock(block)))
  const { text } = read
  const at = read.starts.get(link) ?? 0
  const { start, end } = sentenceAt(read, at)
  const [from, to] = [Math.max(start, cutBefore(text, at - NEAR)), Math.min(end, cutBefore(text, at + NEAR))]
  const [first, last] = [cutBefore(text, from - NEAR), cutBefore(text, to + NEAR)]
  return {
    before: (first > 0 ? '…' : '') + text.slice(first, from).trim(),
    sentence: text.slice(from, to).trim(),
    after: text.slice(to, last).trim() + (last < text.length ? '…' : ''),
  }
}

/** The nearest place at or before one where a cut goes through no pair of surrogates and no mark of words to come. */
function cutBefore(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(0, at), text.length)
  const mark = /\uFDD0[^\uFDD1]*$/.exec(text.slice(Math.max(0, at - LONGEST_MARK), at))
  if (mark !== null) return at - mark[0].length
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}

const LONGEST_MARK = 16

function sentenceAt({ sentences, text }: BlockText, at: number): { start: number; end: number } {
  const found = sentences.containing(at)
  return found === undefined
    ? { start: 0, end: text.length }
    : { start: found.index, end: found.index + found.segment.length }
}

function readBlock(block: Element): BlockText {
  const starts = new Map<Node, number>()
  let text = ''
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && isFootnoteMark(node)) return
    // Links are slots by now.
    if (node.type === 'element' && node.tagName === 'slot') starts.set(node, text.length)
    // Lines as the writer broke them are no sentences.
    if (node.type === 'text') text += onlyWords(node.value).replace(/\s+/g, ' ')
    if ('children' in node) node.children.forEach(walk)
  }
  walk(block)
  return { text, starts, sentences: sentences.segment(text) }
}

const isFootnoteMark = (node: Element): boolean =>
  'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties
