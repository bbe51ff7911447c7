/**
 * Turns offsets and points of a text into positions of the protocol, and back. Both count UTF-16 code units, which is
 * what every client understands; only the protocol counts lines and columns from 0. Lines are the same whatever ends
 * them, so positions are the same in a text with `\r\n`.
 */
import type { Position, Range } from 'vscode-languageserver/node'
import { lineStarts } from '../corpus/line-index.ts'
import type { Point } from '../corpus/vocabulary.ts'

/** A part of a text, by its offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A text in which offsets and positions are looked up. */
export class Lines {
  readonly text: string
  readonly #starts: readonly number[]

  /** @param text The text, with line feeds only. */
  constructor(text: string) {
    this.text = text
    this.#starts = lineStarts(text)
  }

  /** Returns the offset of a position. One that is not in the text is the nearest that is. */
  offsetAt({ line, character }: Position): number {
    const start = this.#starts[line] ?? this.text.length
    const end = (this.#starts[line + 1] ?? this.text.length + 1) - 1
    return Math.min(start + character, Math.max(start, end))
  }

  /** Returns the offset of a point. */
  offsetOf({ line, column }: Point): number {
    return this.offsetAt({ line: line - 1, character: column - 1 })
  }

  /** Returns the position of an offset. */
  positionAt(offset: number): Position {
    let [low, high] = [0, this.#starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: low, character: offset - this.#starts[low]! }
  }

  /** Returns the range of a part of the text. */
  rangeOf({ start, end }: Stretch): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) }
  }

  /** Returns a line without what ends it. There is none after the last. */
  line(number: number): string {
    return this.text.slice(
      this.#starts[number] ?? this.text.length,
      (this.#starts[number + 1] ?? this.text.length + 1) - 1,
    )
  }
}

/** The range at a point of which nothing more is known. */
export const rangeAt = ({ line, column }: Point): Range => {
  const position = { line: Math.max(0, line - 1), character: Math.max(0, column - 1) }
  return { start: position, end: position }
}
