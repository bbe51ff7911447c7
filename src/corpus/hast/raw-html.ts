/** This file parses the HTML in a text. */
import type { Root } from 'hast'
import type { Raw } from 'mdast-util-to-hast'
import rehypeRaw from 'rehype-raw'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import { checkTree, tooDeep } from '../mdast/nesting-limit.ts'

/**
 * Parses the HTML in a text as browsers do. That costs a third of the time, so it is done only where there is any.
 *
 * HTML has no syntax errors, and an element that is not closed goes on. So the depth of the result is checked here.
 */
export const rawHtml: Plugin<[], Root> = () => {
  const parse = rehypeRaw()
  return (tree, file) => {
    const raws: Raw[] = []
    visit(tree, 'raw', (node) => void raws.push(node))
    const [first] = raws
    if (first === undefined) return undefined
    checkUnclosed(raws)
    const point = first.position?.start ?? { line: 1, column: 1 }
    const parsed = withinStack(() => parse(tree, file), point)
    checkTree(parsed, point)
    return parsed
  }
}

/** Runs a function, and reports a stack overflow as HTML that is nested too deeply. */
function withinStack<T>(run: () => T, point: { line: number; column: number }): T {
  try {
    return run()
  } catch (error) {
    throw error instanceof RangeError ? tooDeep(point, 'The HTML stands too deep inside itself') : error
  }
}

/**
 * Matches formatting elements. Where one is still open at the end of a block, it goes on in every block that follows. A
 * hundred of them would make a page a hundred times as long.
 */
const CARRIED_ON = /<(\/?)(b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[\s/>])/gi
/** No more formatting elements than this may be open at once. */
const MAX_OPEN = 50

/**
 * Checks that not too many formatting elements are open at once.
 *
 * @throws {VFileMessage} At the first tag that is one too many.
 */
function checkUnclosed(raws: readonly Raw[]): void {
  const open = new Map<string, number>()
  let all = 0
  for (const { value, position } of raws)
    for (const [, slash, tag = ''] of value.matchAll(CARRIED_ON)) {
      const before = open.get(tag.toLowerCase()) ?? 0
      const step = slash === '' ? 1 : before > 0 ? -1 : 0
      open.set(tag.toLowerCase(), before + step)
      all += step
      if (all > MAX_OPEN)
        throw tooDeep(position?.start ?? { line: 1, column: 1 }, `More than ${MAX_OPEN} HTML elements are never closed`)
    }
}
