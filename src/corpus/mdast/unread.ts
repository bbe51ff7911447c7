/** This file reports what other programs write and this one does not read. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { ProblemRule } from '../problem-rules.ts'
import type { Point } from '../vocabulary.ts'
import { visit } from '../walk.ts'
import { pointsOf } from './split-text.ts'

/** These are constructs that are shown as they were written. Each has the words by which the report names it. */
const CONSTRUCTS: readonly (readonly [pattern: RegExp, what: (match: RegExpExecArray) => string])[] = [
  [/\{%-?\s*(\w+)[^{}%]*%\}/g, ([, name = '']) => `{% ${name} %}`],
  [/\{\{[<%]\s*\/?\s*([\w-]+)[^{}]*[>%]\}\}/g, ([, name = '']) => `{{< ${name} >}}`],
  [/(?<=^|\n)::([\w-]+)(?=[[{])/g, ([, name = '']) => `::${name}`],
  [/(?<=^|\n):{3,}[ \t]*[\w{]/g, () => ':::'],
  [/(?<=^|\n)#\+(begin_\w+|end_\w+)/gi, ([, name = '']) => `#+${name.toUpperCase()}`],
]
/** A text without any of these signs has none of them. */
const SIGNS = ['{%', '{{', '::', '#+']
const MAY_HOLD = /\{%|\{\{[<%]|^[ \t>*+-]*(?:::|#\+)/m

/** Reports constructs that are shown as they were written. */
export const unreadConstructs: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!SIGNS.some((sign) => source.includes(sign)) || !MAY_HOLD.test(source)) return
  const found = new Map<string, { point: Point; count: number }>()
  visit(tree, 'text', (node) => {
    for (const [pattern, what] of CONSTRUCTS)
      for (const match of node.value.matchAll(pattern)) {
        const { point, count } = found.get(what(match)) ?? {
          point: pointsOf(node)(match.index)?.start ?? { line: 1, column: 1 },
          count: 0,
        }
        found.set(what(match), { point, count: count + 1 })
      }
  })
  for (const [what, { point, count }] of found)
    report(file, `\`${what}\``, count, point, 'It is shown as it was written.')
}

/**
 * Reports that constructs of one kind are left out.
 *
 * @param what The construct as it is written.
 * @param count How many of them the file holds.
 * @param offset The offset of the first one in the file.
 */
export function reportUnread(file: VFile, what: string, count: number, offset: number): void {
  const before = String(file).slice(0, offset)
  const point = { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
  report(file, what, count, point, 'It is left out.')
}

function report(file: VFile, what: string, count: number, { line, column }: Point, outcome: string): void {
  const times = count === 1 ? 'once' : `${count} times`
  const reason = `${what} stands here ${times} and is not read, because only its own program knows what it shows.`
  file.message(`${reason} ${outcome} Write out what it shows, or leave it.`, {
    place: { line, column },
    ruleId: 'construct-unread' satisfies ProblemRule,
  })
}
