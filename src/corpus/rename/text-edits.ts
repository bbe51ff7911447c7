/** This file changes texts in single places, and shows what changed. */
import { lineStarts } from '../line-index.ts'
import { rewritten } from '../mdast/rewrite.ts'

/** A `TextEdit` puts other words in the place of a stretch of a text. Offsets count UTF-16 code units. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Makes all edits of a text. They must not overlap. */
export const withEdits = (text: string, edits: readonly TextEdit[]): string => rewritten(text, inOrder(edits))

const inOrder = (edits: readonly TextEdit[]): TextEdit[] => [...edits].sort((a, b) => a.start - b.start)

/**
 * Moves edits of a text to the text as it stands on the disk, where lines may end in another way. The text of an edit
 * gets the line ends of the file.
 *
 * @param raw The text as it is on the disk. Without its `\r`, it is the text of the edits.
 */
export function onDisk(raw: string, edits: readonly TextEdit[]): TextEdit[] {
  if (!raw.includes('\r')) return [...edits]
  const ending = raw.includes('\r\n') ? '\r\n' : '\r'
  // A carriage return alone ends a line as one character, so only those before a line feed move what follows.
  const extra = [...raw.matchAll(/\r(?=\n)/g)].map(({ index }, count) => index - count)
  const moved = (offset: number): number => offset + countBelow(extra, offset)
  return edits.map(({ start, end, text }) => ({
    start: moved(start),
    end: moved(end),
    text: text.replaceAll('\n', ending),
  }))
}

/** Counts the numbers below a limit in a list in ascending order. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Shows edits of a text as the hunks of a unified diff, without lines around them, as `diff -U0` writes them.
 *
 * @example
 * hunksOf('a\nb\n', [{ start: 2, end: 3, text: 'c' }]) // ['@@ -2 +2 @@', '-b', '+c']
 */
export function hunksOf(text: string, edits: readonly TextEdit[]): string[] {
  const starts = lineStarts(text)
  const lineOf = (offset: number): number => starts.findLastIndex((start) => start <= offset)
  let shift = 0
  return groups(edits, lineOf).flatMap(({ first, last, edits: inside }) => {
    const from = starts[first]!
    const old = text.slice(from, starts[last + 1] ?? text.length)
    const made = withEdits(
      old,
      inside.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from })),
    )
    const [before, after] = [linesOf(old), linesOf(made)]
    // An edit that only adds lines leaves the line at which it stands as it was.
    const kept = after.at(-1) === before[0] && before.length === 1 && after.length > 1 ? 1 : 0
    const [gone, come] = [before.slice(kept), kept === 0 ? after : after.slice(0, -1)]
    const place = `-${span(first + 1 - (gone.length === 0 ? 1 : 0), gone.length)} +${span(first + 1 + shift, come.length)}`
    shift += come.length - gone.length
    return [`@@ ${place} @@`, ...gone.map((line) => `-${line}`), ...come.map((line) => `+${line}`)]
  })
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n')
const span = (line: number, count: number): string => (count === 1 ? String(line) : `${line},${count}`)

interface Group {
  readonly first: number
  readonly last: number
  readonly edits: readonly TextEdit[]
}

/** Puts edits together whose lines touch. */
function groups(edits: readonly TextEdit[], lineOf: (offset: number) => number): Group[] {
  const made: Group[] = []
  for (const edit of inOrder(edits)) {
    const [first, last] = [lineOf(edit.start), lineOf(edit.end)]
    const before = made.at(-1)
    if (before === undefined || first > before.last) made.push({ first, last, edits: [edit] })
    else
      made[made.length - 1] = { first: before.first, last: Math.max(last, before.last), edits: [...before.edits, edit] }
  }
  return made
}
