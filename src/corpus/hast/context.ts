/** This file finds the text around a link, which backlinks show. */
import type { Element, Nodes } from 'hast'
import type { Node } from 'unist'
import type { Context } from '../model/parsed.ts'
import { isFootnoteMark } from './footnote-marks.ts'
import { withWordMarksOnly } from './slots.ts'

/** A `BlockText` is the text of a block, its sentences, and the offset at which each link in it begins. */
export interface BlockText {
  readonly text: string
  readonly sentences: Intl.Segments
  readonly starts: ReadonlyMap<Node, number>
  /** These are the sentences from the one on that holds the last link, because links are read in their order. */
  readonly next: Iterator<Intl.SegmentData>
  /** This is the sentence that holds the last link. */
  last: Intl.SegmentData | undefined
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * A context holds at most this many characters of the sentence on either side of the link, and at most as many before
 * and after it. A block may be as long as a book.
 */
const NEAR = 600

/**
 * Gives the sentence that holds a link, and the rest of its block.
 *
 * @param block The block that holds the link.
 * @param blocks The blocks that were read so far, so that each is read only once.
 */
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

/**
 * Moves an offset back to the nearest one at which a cut goes neither through a surrogate pair nor through the mark of
 * a slot.
 */
function cutBefore(text: string, at: number): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(0, at), text.length)
  const mark = /\uFDD0[^\uFDD1]*$/.exec(text.slice(Math.max(0, at - LONGEST_MARK), at))
  if (mark !== null) return at - mark[0].length
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}

/** No mark of a slot has more characters than this. */
const LONGEST_MARK = 16

/**
 * Gives the ends of the sentence at an offset. Sentences are read one after the other, because to look for each offset
 * anew takes the square of the time in a block of thousands of links.
 */
function sentenceAt(block: BlockText, at: number): { start: number; end: number } {
  const { sentences, text, next } = block
  while (block.last === undefined || at >= endOf(block.last)) {
    const step = next.next() as IteratorResult<Intl.SegmentData, undefined>
    if (step.value === undefined) break
    block.last = step.value
  }
  const found = block.last !== undefined && holds(block.last, at) ? block.last : sentences.containing(at)
  return found === undefined ? { start: 0, end: text.length } : { start: found.index, end: endOf(found) }
}

const endOf = ({ index, segment }: Intl.SegmentData): number => index + segment.length
const holds = (sentence: Intl.SegmentData, at: number): boolean => at >= sentence.index && at < endOf(sentence)

/** Reads the text of a block. */
function readBlock(block: Element): BlockText {
  const starts = new Map<Node, number>()
  let text = ''
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && isFootnoteMark(node)) return
    // All links are slots by now.
    if (node.type === 'element' && node.tagName === 'slot') starts.set(node, text.length)
    // A line break of the source does not end a sentence.
    if (node.type === 'text') text += withWordMarksOnly(node.value).replace(/\s+/g, ' ')
    if ('children' in node) node.children.forEach(walk)
  }
  walk(block)
  const segments = sentences.segment(text)
  return { text, starts, sentences: segments, next: segments[Symbol.iterator](), last: undefined }
}
