import type { Root } from 'mdast'
import { visit } from '../walk.ts'

type Parse = (text: string) => Root
type Range = readonly [start: number, end: number]

/**
 * Stands for every sign of a comment that shares its line with words, and is taken out of them after. Blanks would make code of a line
 * that begins with a comment, and a line break of one at the end of a line; this is a blank to emphasis beside it, and nothing else.
 */
const FILLER = '\u1680'

/**
 * Parses Markdown as if what stands between `%%` marks were not there, links included.
 *
 * Code and formulas come first: a mark in them is no comment. So the file is parsed once to find the marks that are plain text, and
 * again with the comments blanked, which leaves every position as it was.
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

/** One that begins a line and is never closed runs to the end of the file, as it does in Obsidian; elsewhere it is only two signs. */
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

function blank(source: string, ranges: readonly Range[]): string {
  let text = ''
  let at = 0
  for (const [start, end] of ranges) {
    text += source.slice(at, start) + source.slice(start, end).replace(/[^\r\n]/g, FILLER)
    at = end
  }
  return (text + source.slice(at)).replace(WITHOUT_WORDS, (line) => line.replaceAll(FILLER, ' '))
}

/** A line in which a comment leaves nothing but what opens a quote or a list item. */
const WITHOUT_WORDS = /^[ \t>*+-]*\u1680[ \t\u1680]*$/gm
