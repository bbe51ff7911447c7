/**
 * This file keeps nesting within what every step of the pipeline can walk. Each level takes some of the stack in every
 * step. Where the native parser overflows its stack, the process ends, and no error can be caught.
 */
import type { Node } from 'unist'
import { VFileMessage } from 'vfile-message'
import type { ProblemRule } from '../problem-rules.ts'
import type { Point } from '../vocabulary.ts'

/** A tree has at most this many levels. A list in a list takes two, and nobody reads a hundredth list. */
const MAX_LEVELS = 200
/** At most this many quotations and items of lists may begin on one line. */
const MAX_CONTAINERS = 100
/**
 * A paragraph has at most this many signs that may open something. The native parser ends the process at about 250,000
 * and is slow long before.
 */
const MAX_SIGNS = 50_000
/** Matches what opens a quotation or an item of a list. */
const MARKER = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`

/**
 * Makes the problem of a text that is nested too deeply.
 *
 * @param what The first part of the sentence, which says what is too deep.
 */
export function tooDeep({ line, column }: Point, what: string): VFileMessage {
  const point = { line, column }
  return new VFileMessage(`${what}, so the text is shown as it was written. Take levels out.`, {
    place: point,
    ruleId: 'too-deep' satisfies ProblemRule,
  })
}

/**
 * Checks a text before it is parsed.
 *
 * @throws {VFileMessage} Where the text asks for more than the native parser can bear.
 */
export function checkSource(text: string): void {
  // Few texts have so many signs, or so many quotations on a line. Only those are read line by line.
  if (text.length > MAX_SIGNS || (MAY_BE_CROWDED.test(text) && CROWDED.test(text))) checkLines(text)
  if (text.length > MAX_PARTS) checkParts(text)
}

/**
 * A text has at most this many lines with words and signs that may open something, because each makes up to four nodes
 * of the tree, and the memory for millions of them ends the process. A book of a thousand pages has a third of that.
 */
const MAX_PARTS = 200_000
const PART = /\n(?=[ \t]*\S)|[*_~@$[`<|#^!]/g

/** Checks that the tree of a text will not be too large. */
function checkParts(text: string): void {
  let count = 0
  for (const { index } of text.matchAll(PART)) {
    if (++count <= MAX_PARTS) continue
    const before = text.slice(0, index)
    throw new VFileMessage(
      `The text holds more than ${MAX_PARTS} lines and signs that may open something, so it is shown as it was written. ` +
        'Cut the file into several.',
      {
        place: { line: before.split('\n').length, column: index - before.lastIndexOf('\n') },
        ruleId: 'too-many' satisfies ProblemRule,
      },
    )
  }
}

/** Matches a line that begins with too many quotations and items of lists. */
const CROWDED = new RegExp(`^(?:${MARKER}){${MAX_CONTAINERS + 1}}`, 'm')

/** Matches what such a line begins with, whatever the order of the signs. To match it takes a tenth of the time. */
const MAY_BE_CROWDED = new RegExp(`^(?:[ \\t]*[>*+\\d.)-]){${MAX_CONTAINERS + 1}}`, 'm')

/** Checks a text line by line. */
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

/** Matches the signs that may open something. */
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

/**
 * Checks a tree after parsing. It walks without recursion, because the stack is what may run out.
 *
 * @param fallback The point that is reported for nodes without a position.
 * @throws {VFileMessage} At the first node that lies too deep.
 */
export function checkTree(tree: Node, fallback: Point = { line: 1, column: 1 }): void {
  let level: readonly Node[] = [tree]
  const above: (readonly Node[])[] = []
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_LEVELS)
      throw tooDeep(pointOfFirst(level, above) ?? fallback, `More than ${MAX_LEVELS} levels stand inside one another`)
    above.push(level)
    level = childrenOf(level)
  }
}

/** Lists the children of all nodes of a level. */
function childrenOf(level: readonly Node[]): Node[] {
  const children: Node[] = []
  for (const node of level) if ('children' in node) for (const child of node.children as Node[]) children.push(child)
  return children
}

/** Gives the point of the first node of a level, or of the nearest node around it that has one. */
function pointOfFirst(level: readonly Node[], above: readonly (readonly Node[])[]): Point | undefined {
  let [node] = level
  for (const nodes of above.toReversed()) {
    if (node?.position !== undefined) return node.position.start
    node = nodes.find((each) => 'children' in each && (each.children as Node[]).includes(node!))
  }
  return undefined
}
