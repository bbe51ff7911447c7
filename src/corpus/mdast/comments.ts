import type { Root } from 'mdast'
import { visit } from '../walk.ts'

type Parse = (text: string) => Root
type Range = readonly [start: number, end: number]

/**
 * This character stands for every character of a comment that shares its line with words, and is taken out after
 * parsing. Spaces would turn a line that begins with a comment into code, and two spaces at the end of a line are a
 * line break. To emphasis next to it, this character is a space, and otherwise it means nothing.
 */
const FILLER = '\u1680'

/**
 * Parses Markdown as if the comments between `%%` marks, and the links in them, were not there.
 *
 * Code and formulas come first: a mark in them begins no comment. So the file is parsed once to find the marks that are
 * plain text, and once more with the comments blanked out, which leaves every position as it was.
 *
 * @returns The tree, and the comments as pairs of offsets in UTF-16 code units.
 */
export function parseWithoutComments(source: string, parse: Parse): { tree: Root; comments: readonly Range[] } {
  const tree = parse(source)
  if (!source.includes('%%')) return { tree, comments: [] }
  const comments = pairs(source, marksIn(source, tree))
  if (comments.length === 0) return { tree, comments }
  const uncommented = parse(blank(source, comments))
  visit(uncommented, 'text', (node) => {
    node.value = node.value.replaceAll(FILLER, '')
  })
  return { tree: uncommented, comments }
}

/** Finds the `%%` marks that are plain text. */
function marksIn(source: string, tree: Root): number[] {
  const marks: number[] = []
  visit(tree, 'text', ({ position }) => {
    const start = position?.start.offset
    const end = position?.end.offset
    if (start === undefined || end === undefined) return
    for (const { index } of source.slice(start, end).matchAll(/(?<!\\)%%/g)) marks.push(start + index)
  })
  return marks
}

/**
 * Makes comments of pairs of marks. A mark at the beginning of a line that is never closed begins a comment up to the
 * end of the file, as in Obsidian. Elsewhere, a single mark is only text.
 */
function pairs(source: string, marks: readonly number[]): Range[] {
  const ranges: Range[] = []
  for (let index = 0; index < marks.length; index += 2) {
    const start = marks[index]!
    const end = marks[index + 1]
    if (end !== undefined) ranges.push([start, end + 2])
    else if (/(^|\n)[ \t]*$/.test(source.slice(0, start))) ranges.push([start, source.length])
  }
  return ranges
}

/** Blanks out comments. */
function blank(source: string, ranges: readonly Range[]): string {
  let text = ''
  let at = 0
  for (const [start, end] of ranges) {
    text += source.slice(at, start) + source.slice(start, end).replace(/[^\r\n]/g, FILLER)
    at = end
  }
  return (text + source.slice(at)).replace(WITHOUT_WORDS, (line) => line.replaceAll(FILLER, ' '))
}

/** Matches a line on which a comment leaves nothing but the signs that open a quotation or an item of a list. */
const WITHOUT_WORDS = /^[ \t>*+-]*\u1680[ \t\u1680]*$/gm
