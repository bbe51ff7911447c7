/** This file parses a text in which some stretches stand for others, and leaves every position as it was written. */
import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import { lineStarts } from '../line-index.ts'
import { visit } from '../walk.ts'

/**
 * A `Rewrite` is a stretch of the source and what is parsed in its place. It neither adds nor removes a line break, so
 * every line keeps its number. Offsets count UTF-16 code units.
 */
export interface Rewrite {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Puts the rewritten stretches into a text. They are in the order of the text, and none overlaps another. */
export function rewritten(source: string, rewrites: readonly Rewrite[]): string {
  let text = ''
  let at = 0
  for (const rewrite of rewrites) {
    text += source.slice(at, rewrite.start) + rewrite.text
    at = rewrite.end
  }
  return text + source.slice(at)
}

declare module 'mdast' {
  interface LinkData {
    /** This is the text of a link or a picture where other words stand for it in the source. */
    written?: string
  }
  interface ImageData {
    written?: string
  }
}

/**
 * Gives all nodes of a tree of the rewritten text their positions in the source. Links and pictures keep their text,
 * because it can no longer be read from the source by their position.
 */
export function restorePositions(tree: Root, read: string, source: string, rewrites: readonly Rewrite[]): void {
  const sourceOffset = offsetsIn(rewrites)
  const lines = lineStarts(source)
  const moved = (point: Point): Point => {
    const offset = sourceOffset(point.offset ?? 0)
    const start = lines[point.line - 1] ?? 0
    return { line: point.line, column: offset - start + 1, offset }
  }
  visit(tree, (node: Nodes) => {
    if (node.position === undefined) return
    const { start, end } = node.position
    if (node.type === 'link' || node.type === 'image')
      node.data = { written: read.slice(start.offset, end.offset), ...node.data }
    node.position = { start: moved(start), end: moved(end) }
  })
}

/** Makes a function that gives the offset in the source for an offset in the rewritten text. */
export function offsetsIn(rewrites: readonly Rewrite[]): (offset: number) => number {
  const starts: number[] = []
  let shift = 0
  for (const { start, end, text } of rewrites) {
    starts.push(start + shift)
    shift += text.length - (end - start)
  }
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle + 1
      else high = middle
    }
    const last = rewrites[low - 1]
    if (last === undefined) return offset
    const within = offset - starts[low - 1]!
    return within < last.text.length ? Math.min(last.start + within, last.end) : last.end + (within - last.text.length)
  }
}
