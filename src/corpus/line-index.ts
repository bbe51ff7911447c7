import type { Point } from './vocabulary.ts'

/** Gives the places of offsets in a text, which are asked for in their order, so that it is read once. */
export function lineIndex(text: string, { line, column }: Point = { line: 1, column: 1 }): (offset: number) => Point {
  let at = line
  let start = 1 - column
  return (offset) => {
    for (let end = text.indexOf('\n', Math.max(0, start)); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      at++
      start = end + 1
    }
    return { line: at, column: offset - start + 1 }
  }
}
