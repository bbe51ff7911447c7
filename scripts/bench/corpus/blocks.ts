/**
 * This file generates the blocks between paragraphs: lists, quotations, callouts, tables, code, formulas, and now and
 * then raw HTML.
 */
import { displayedFormula } from './formula.ts'
import type { Prose } from './prose.ts'

/** A `Block` generates one kind of block, as Markdown. */
type Block = (prose: Prose) => string

/** These are the blocks with their relative frequencies, which are those of collections of real notes. */
const WEIGHTS: readonly (readonly [number, Block])[] = [
  [36, list],
  [8, (prose) => list(prose, (at) => `${at + 1}.`)],
  [20, quotation],
  [10, callout],
  [9, table],
  [9, code],
  [7, displayedFormula],
  [1, disclosure],
]
const TOTAL = WEIGHTS.reduce((sum, [weight]) => sum + weight, 0)

/** Generates a block of a random kind. */
export function randomBlock(prose: Prose): string {
  let lot = prose.below(TOTAL)
  const [, block] = WEIGHTS.find(([weight]) => (lot -= weight) < 0)!
  return block(prose)
}

/** Returns a number of lines, each made from its index. */
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

function list(prose: Prose, marker: (index: number) => string = () => '-'): string {
  return lines(prose.between(3, 5), (index) => `${marker(index)} ${prose.heading(prose.between(4, 12))}`)
}

function quotation(prose: Prose): string {
  return `> ${prose.sentences(prose.between(1, 2)).join(' ')}`
}

function callout(prose: Prose): string {
  const kind = prose.pick(['note', 'tip', 'warning', 'question'])
  return `> [!${kind}] ${prose.heading(3)}\n> ${prose.sentence()}`
}

function table(prose: Prose): string {
  const columns = prose.between(3, 4)
  const row = (cell: (index: number) => string): string =>
    `| ${Array.from({ length: columns }, (_, index) => cell(index)).join(' | ')} |`
  const cell = (index: number): string => (index === 0 ? prose.heading(2) : `${prose.below(100)}.${prose.below(10)}`)
  return [row(() => prose.heading(1)), row(() => '---'), lines(prose.between(2, 5), () => row(cell))].join('\n')
}

function code(prose: Prose): string {
  const [name, given, found] = [prose.word(), prose.word(), prose.word()]
  const body = lines(prose.between(2, 5), () => `    ${found} = ${prose.word()}(${given}, ${prose.below(100)})`)
  return `\`\`\`python\ndef ${name}(${given}):\n${body}\n    return ${found}\n\`\`\``
}

function disclosure(prose: Prose): string {
  return `<details><summary>${prose.heading(3)}</summary><p>${prose.phrase(15)}</p></details>`
}
