import type { Element, Nodes } from 'hast'
import type { Node } from 'unist'
import type { Context } from '../model.ts'
import { onlyWords } from './slots.ts'

/** The text of a block, its sentences, and where each link in it begins. */
export interface BlockText {
  readonly text: string
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
  readonly starts: ReadonlyMap<Node, number>
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sentence that holds a link, and the rest of its block. Blocks are read once each. */
export function contextOf(link: Element, block: Element, blocks: Map<Node, BlockText>): Context {
  let read = blocks.get(block)
  if (read === undefined) blocks.set(block, (read = readBlock(block)))
  const { text } = read
  const at = read.starts.get(link) ?? 0
  const { start, end } = read.sentences.find((each) => at < each.end) ?? { start: 0, end: text.length }
  return {
    before: text.slice(0, start).trim(),
    sentence: text.slice(start, end).trim(),
    after: text.slice(end).trim(),
  }
}

function readBlock(block: Element): BlockText {
  const starts = new Map<Node, number>()
  let text = ''
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && isFootnoteMark(node)) return
    if (node.type === 'element') starts.set(node, text.length)
    // Lines as the writer broke them are no sentences.
    if (node.type === 'text') text += onlyWords(node.value).replace(/\s+/g, ' ')
    if ('children' in node) node.children.forEach(walk)
  }
  walk(block)
  return { text, starts, sentences: segment(text) }
}

const isFootnoteMark = (node: Element): boolean =>
  'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties

function segment(text: string): BlockText['sentences'] {
  return [...sentences.segment(text)].map(({ index, segment }) => ({ start: index, end: index + segment.length }))
}
