/** This file reads highlights: words that a reader marked. */
import type { PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

declare module 'mdast' {
  /** A `Mark` holds words that a reader marked: `==words==`. */
  interface Mark extends Node {
    type: 'mark'
    children: PhrasingContent[]
    data: { hName: 'mark' }
  }
  interface PhrasingContentMap {
    mark: Mark
  }
  interface RootContentMap {
    mark: Mark
  }
}

/** Matches the two signs at either end of marked words. */
const FENCE = /(?<!=)==(?!=)/
/** A `Piece` is a node, or the two signs between nodes. */
type Piece = PhrasingContent | '=='

/** Turns `==words==` into marked words. The signs must stand right against a word, so `a == b` is left alone. */
export const highlights: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  // A sign that is no sign of the source was written as a character reference.
  if (!source.includes('=') && !source.includes('&')) return
  visit(tree, (node) => {
    if (!('children' in node)) return
    const children = node.children as PhrasingContent[]
    if (children.some((child) => child.type === 'text' && FENCE.test(child.value)))
      node.children = pair(children.flatMap(split))
  })
}

/** Cuts a text at the signs. */
function split(child: PhrasingContent): Piece[] {
  if (child.type !== 'text') return [child]
  return child.value.split(FENCE).flatMap((value, index): Piece[] => {
    const text: Text = { type: 'text', value }
    return index === 0 ? [text] : ['==', text]
  })
}

/** Pairs up the signs, and puts what stands between them into a mark. */
function pair(pieces: readonly Piece[]): PhrasingContent[] {
  const done: PhrasingContent[] = []
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!
    const close = piece === '==' ? pieces.indexOf('==', index + 1) : -1
    const inner = pieces.slice(index + 1, Math.max(index + 1, close)) as PhrasingContent[]
    if (piece !== '==') done.push(piece)
    else if (close > 0 && hugs(inner)) {
      done.push({ type: 'mark', data: { hName: 'mark' }, children: inner })
      index = close
    } else done.push({ type: 'text', value: '==' })
  }
  return done.filter((child) => child.type !== 'text' || child.value !== '')
}

/** Tells whether what stands between two signs begins and ends without a space. */
function hugs(inner: readonly PhrasingContent[]): boolean {
  const [first, last] = [inner[0], inner.at(-1)]
  const blankStart = first?.type === 'text' && /^(\s|$)/.test(first.value) && (inner.length === 1 || first.value !== '')
  const blankEnd = last?.type === 'text' && /(^|\s)$/.test(last.value) && (inner.length === 1 || last.value !== '')
  return first !== undefined && !blankStart && !blankEnd
}
