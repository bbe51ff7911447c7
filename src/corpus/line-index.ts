import type { Point } from './vocabulary.ts'

/**
 * Makes a function that gives the line and the column of an offset in a text. The offsets have to be asked for in
 * ascending order, so that the text is read only once.
 *
 * @param start The position of the first character, from line 1 and column 1 where nothing else is said.
 *
 * @example
 * const pointOf = lineIndex('ab\ncd')
 * pointOf(1) // { line: 1, column: 2 }
 * pointOf(4) // { line: 2, column: 2 }
 */
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

/** Gives the offset at which each line of a text begins. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
