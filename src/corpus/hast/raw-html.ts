import type { Root } from 'hast'
import type { Raw } from 'mdast-util-to-hast'
import rehypeRaw from 'rehype-raw'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import { checkTree, tooDeep } from '../mdast/nesting-limit.ts'

/**
 * Parses the HTML in the text, as browsers do. That costs a third of the time, so it runs only where there is any.
 *
 * HTML has no errors to stop at, and closes nothing by itself that it was not told to, so its depth is checked here.
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

function withinStack<T>(run: () => T, point: { line: number; column: number }): T {
  try {
    return run()
  } catch (error) {
    throw error instanceof RangeError ? tooDeep(point, 'The HTML stands too deep inside itself') : error
  }
}

/** What of it is open at the end of a block goes on in the next, for all blocks that follow: a hundred are a hundred times the page. */
const CARRIED_ON = /<(\/?)(b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[\s/>])/gi
const MAX_OPEN = 50

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
