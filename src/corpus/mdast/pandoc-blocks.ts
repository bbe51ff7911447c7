/** This file reads blocks that only Pandoc and its relatives have: lists of examples, and tables drawn with signs. */
import type { Program } from '../site-config.ts'
import type { FilePath } from '../vocabulary.ts'
import type { Rewrite } from './rewrite.ts'

const PROGRAMS: ReadonlySet<Program> = new Set(['pandoc', 'quarto', 'zettlr', 'manubot'])

const FENCE = /^[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})/
/** Matches the sign of an example (https://pandoc.org/MANUAL.html#numbered-example-lists), which may have a label. */
const EXAMPLE = /^([ \t]*)\(@([\w-]*)\)(?=[ \t]+\S)/
/** Matches a reference to an example. */
const REFERENCE = /(?<![\w@`])@([\w-]+)/g
/** Matches the first line of a grid table (https://pandoc.org/MANUAL.html#extension-grid_tables). */
const GRID = /^\+(?:[-=:]{2,}\+)+[ \t]*$/
const OF_GRID = /^[+|]/

/** Finds what has to be replaced so that the blocks are parsed. */
export function pandocBlockRewrites(source: string, program: Program, path: FilePath): Rewrite[] {
  if (!PROGRAMS.has(program) && !/\.(?:qmd|rmd)$/i.test(path)) return []
  if (!source.includes('(@') && !source.includes('+--')) return []
  const lines = linesOutsideCode(source)
  return [...exampleRewrites(lines), ...gridRewrites(lines)].sort((a, b) => a.start - b.start)
}

interface Line {
  readonly text: string
  readonly start: number
}

function linesOutsideCode(source: string): Line[] {
  const lines: Line[] = []
  let fence: string | undefined
  let start = 0
  for (const text of source.split('\n')) {
    const mark = FENCE.exec(text)?.[1]
    if (fence === undefined && mark === undefined) lines.push({ text, start })
    if (fence === undefined) fence = mark
    else if (mark?.startsWith(fence)) fence = undefined
    start += text.length + 1
  }
  return lines
}

/** Numbers the examples of a file, and the references to them. */
function exampleRewrites(lines: readonly Line[]): Rewrite[] {
  const numbers = new Map<string, number>()
  const rewrites: Rewrite[] = []
  for (const { text, start } of lines) {
    const [whole, indent = '', label = ''] = EXAMPLE.exec(text) ?? []
    if (whole === undefined) continue
    const number = numbers.size + 1
    // An example without a label has a name that no reference can have.
    numbers.set(label === '' || numbers.has(label) ? ` ${number}` : label, number)
    rewrites.push({ start: start + indent.length, end: start + whole.length, text: `${number})` })
  }
  if (numbers.size === 0) return []
  for (const { text, start } of lines)
    for (const { 0: whole, 1: label = '', index } of text
      .slice(EXAMPLE.exec(text)?.[0].length ?? 0)
      .matchAll(REFERENCE)) {
      const number = numbers.get(label)
      const at = start + (EXAMPLE.exec(text)?.[0].length ?? 0) + index
      if (number !== undefined) rewrites.push({ start: at, end: at + whole.length, text: String(number) })
    }
  return rewrites
}

/** Makes code of each grid table, so that its columns stay below one another. */
function gridRewrites(lines: readonly Line[]): Rewrite[] {
  const rewrites: Rewrite[] = []
  let isIn = false
  for (const [index, { text, start }] of lines.entries()) {
    const before = lines[index - 1]?.text ?? ''
    if (!isIn) isIn = GRID.test(text) && before.trim() === '' && (lines[index + 1]?.text ?? '').startsWith('|')
    else isIn = OF_GRID.test(text)
    if (isIn) rewrites.push({ start, end: start, text: '    ' })
  }
  return rewrites
}
