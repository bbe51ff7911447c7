/**
 * Keeps nesting within what every part of the pipeline can walk. Each level takes stack in all of them; where the stack of the native
 * parser ends, so does the process, and no error can be caught.
 */
import type { Node } from 'unist'
import { VFileMessage } from 'vfile-message'
import type { ProblemRule } from '../problem-rules.ts'
import type { Point } from '../vocabulary.ts'

/** Levels of a tree. A list in a list is two; nobody reads a hundredth list. */
const MAX_LEVELS = 200
/** Quotes and list items that begin in one line. */
const MAX_CONTAINERS = 100
/** Signs of one paragraph that may open something. The native parser ends at some 250 000, and is slow long before. */
const MAX_SIGNS = 50_000
/** What opens a quote or a list item. */
const MARKER = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`

export function tooDeep({ line, column }: Point, what: string): VFileMessage {
  const point = { line, column }
  return new VFileMessage(`${what}, so the text is shown as it was written. Take levels out.`, {
    place: point,
    ruleId: 'too-deep' satisfies ProblemRule,
  })
}

/** Before anything is parsed. Throws where the text asks for more than the native parser bears. */
export function checkSource(text: string): void {
  // Few texts have so many anywhere, and only those are read line by line.
  if (text.length > MAX_SIGNS || CROWDED.test(text)) checkLines(text)
}

/** A line that begins with too many quotes and list items. */
const CROWDED = new RegExp(`^(?:${MARKER}){${MAX_CONTAINERS + 1}}`, 'm')

function checkLines(text: string): void {
  let signs = 0
  let line = 0
  for (const { 0: words } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    line++
    checkContainers(words, line)
    if (words.trim() === '') signs = 0
    for (const { index } of words.matchAll(SIGN))
      if (++signs > MAX_SIGNS)
        throw tooDeep(
          { line, column: index + 1 },
          `This paragraph holds more than ${MAX_SIGNS} signs that may open something`,
        )
  }
}

const SIGN = /[*_~@$]|!\[/g

function checkContainers(line: string, number: number): void {
  const marker = new RegExp(MARKER, 'y')
  for (let count = 0; marker.test(line);)
    if (++count > MAX_CONTAINERS)
      throw tooDeep(
        { line: number, column: marker.lastIndex },
        `More than ${MAX_CONTAINERS} quotes and list items stand inside one another`,
      )
}

/** After parsing. Throws at the first node that lies too deep. Walks without recursion, for that is what may not be had. */
export function checkTree(tree: Node, fallback: Point = { line: 1, column: 1 }): void {
  let level: { node: Node; point: Point }[] = [{ node: tree, point: fallback }]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_LEVELS) throw tooDeep(level[0]!.point, `More than ${MAX_LEVELS} levels stand inside one another`)
    level = level.flatMap(({ node, point }) =>
      'children' in node
        ? (node.children as Node[]).map((child) => ({ node: child, point: child.position?.start ?? point }))
        : [],
    )
  }
}
