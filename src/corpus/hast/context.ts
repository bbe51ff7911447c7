/** This file finds the text around a link, which backlinks show. */
import type { Element, Nodes } from 'hast'
import type { Node } from 'unist'
import type { Context } from '../model/parsed.ts'
import { isFootnoteMark } from './footnote-marks.ts'
import { isInCitation } from './heading-name.ts'
import { sentenceEnds } from './sentences.ts'
import { withWordMarksOnly } from './slots.ts'

/** A `BlockText` is the text of a block, its sentences, and the offset at which each link in it begins. */
export interface BlockText {
  readonly text: string
  readonly starts: ReadonlyMap<Node, number>
  /** These are the offsets after the sentences of the text, in ascending order. */
  readonly ends: readonly number[]
  /** This is the index of the sentence that holds the last link, because links are read in their order. */
  last: number
}

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
 * Gives the ends of the sentence at an offset. Sentences are looked at one after the other, because to look for each
 * offset anew takes the square of the time in a block of thousands of links.
 */
function sentenceAt(block: BlockText, at: number): { start: number; end: number } {
  const { ends, text } = block
  if (at >= text.length) return { start: 0, end: text.length }
  while (block.last > 0 && at < ends[block.last - 1]!) block.last--
  while (at >= ends[block.last]!) block.last++
  return { start: ends[block.last - 1] ?? 0, end: ends[block.last]! }
}

/** Reads the text of a block. */
function readBlock(block: Element): BlockText {
  const starts = new Map<Node, number>()
  let text = ''
  const walk = (node: Nodes, isSaid: boolean): void => {
    if (node.type === 'element' && isFootnoteMark(node)) return
    // All links are slots by now.
    if (node.type === 'element' && node.tagName === 'slot') starts.set(node, text.length)
    // A line break of the source does not end a sentence.
    if (node.type === 'text' && isSaid) text += withSpaces(withWordMarksOnly(node.value))
    const isWithin = isSaid && !(node.type === 'element' && isInCitation(node))
    if ('children' in node) for (const child of node.children) walk(child, isWithin)
  }
  walk(block, true)
  return { text, starts, ends: sentenceEnds(text), last: 0 }
}

/** Matches white space that is not one space between words. Most texts have none. */
const BLANKS = /[^\S ]\s*| \s+/g

const withSpaces = (text: string): string => text.replace(BLANKS, ' ')
