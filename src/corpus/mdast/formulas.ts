/** This file finds the formulas of a text, which the Markdown parser does not look for itself. */
import type { Nodes, Root } from 'mdast'
import { visit } from '../walk.ts'
import { closeOfDisplay, isAloneBefore, quoteDepth } from './display-formulas.ts'
import { isEscaped, lineEnd, lineStart } from './source-lines.ts'

/** A `Formula` is a formula as it stands in a text. Offsets are in UTF-16 code units. */
export interface Formula {
  readonly start: number
  readonly end: number
  /** This is the TeX without its signs, and without the marks of the quotation around it. */
  readonly value: string
  readonly isDisplay: boolean
  /** This is true where nothing else stands on the lines of the formula. */
  readonly isAlone: boolean
}

/** `FoundFormulas` are the formulas of a text in their order, and the offsets of every `$$` that nothing closes. */
export interface FoundFormulas {
  readonly formulas: readonly Formula[]
  readonly unclosed: readonly number[]
}

/** A `Leaf` is a block that holds words, with the ranges in which a dollar sign means nothing, in their order. */
interface Leaf {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly verbatim: readonly Verbatim[]
}

interface Verbatim {
  readonly start: number
  readonly end: number
  /** For code, this is what it says. */
  readonly code?: string
}

/**
 * Finds the formulas of a text. `$$` opens and closes one anywhere. As in Pandoc and Obsidian, the first sign of `$x$`
 * has no space after it, and the last sign has no space before it and no digit after it, so `between $5 and $6` names
 * two sums. A sign after a backslash is only a sign, also within a formula.
 *
 * @param tree What the text is to a parser that knows no formulas.
 */
export function formulasIn(source: string, tree: Root): FoundFormulas {
  const formulas: Formula[] = []
  const unclosed: number[] = []
  let done = 0
  for (const leaf of leavesIn(tree, source)) {
    for (const found of scan(source, leaf, done))
      if (typeof found === 'number') unclosed.push(found)
      else formulas.push(found)
    done = Math.max(done, formulas.at(-1)?.end ?? 0)
  }
  return { formulas, unclosed }
}

const LEAVES = new Set(['paragraph', 'heading', 'tableCell'])

/** Lists the blocks that hold words and dollar signs. */
function leavesIn(tree: Root, source: string): Leaf[] {
  const leaves: Leaf[] = []
  visit(tree, (node: Nodes) => {
    if (!LEAVES.has(node.type)) return
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    const sign = start === undefined ? -1 : source.indexOf('$', start)
    if (start === undefined || end === undefined || sign < 0 || sign >= end) return
    leaves.push({ type: node.type, start, end, verbatim: verbatimIn(node, source) })
  })
  return leaves
}

const VERBATIM = new Set(['inlineCode', 'html', 'image', 'imageReference', 'footnoteReference'])

/** Lists the ranges of a block in which a dollar sign means nothing: code, HTML, pictures and the targets of links. */
function verbatimIn(leaf: Nodes, source: string): Verbatim[] {
  const found: Verbatim[] = []
  visit(leaf, (node: Nodes) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    if (start === undefined || end === undefined) return
    if (node.type === 'inlineCode') found.push({ start, end, code: node.value })
    else if (VERBATIM.has(node.type)) found.push({ start, end })
    else if (node.type === 'link') {
      const isWhole = !source.startsWith('[', start) || source.startsWith('[[', start)
      found.push({ start: isWhole ? start : (node.children.at(-1)?.position?.end.offset ?? start), end })
    }
  })
  return found.sort((a, b) => a.start - b.start)
}

/** Scans a block for formulas, from an offset on. Gives the offset of each `$$` that nothing closes as a number. */
function scan(source: string, leaf: Leaf, from: number): (Formula | number)[] {
  const found: (Formula | number)[] = []
  let at = Math.max(leaf.start, from)
  let range = 0
  for (let sign = source.indexOf('$', at); sign >= 0 && sign < leaf.end; sign = source.indexOf('$', at)) {
    while (range < leaf.verbatim.length && leaf.verbatim[range]!.end <= sign) range++
    const around = leaf.verbatim[range]
    const signs = runAt(source, sign)
    at = sign + signs
    if (around !== undefined && around.start <= sign) at = around.end
    else if (isEscaped(source, sign, leaf.start)) at = sign + 1
    else if (signs === 2) {
      const end = closeOfDisplay(source, sign, leaf, (offset) => isInCode(leaf, offset))
      found.push(end === undefined ? sign : formulaAt(source, leaf, sign, end, 2))
      if (end !== undefined) at = end
    } else if (signs === 1) {
      const formula = inlineAt(source, leaf, sign, around)
      if (formula !== undefined) found.push(formula)
      if (formula !== undefined) at = formula.end
    }
  }
  return found
}

/** Counts the dollar signs at an offset. */
function runAt(source: string, at: number): number {
  let end = at
  while (source.charAt(end) === '$') end++
  return end - at
}

/** Tells whether an offset is in code. */
const isInCode = ({ verbatim }: Leaf, offset: number): boolean =>
  verbatim.some(({ start, end, code }) => code !== undefined && start <= offset && offset < end)

/** Reads the formula that one sign opens. As GitHub has it, the formula may also stand in signs of code. */
function inlineAt(source: string, leaf: Leaf, sign: number, next: Verbatim | undefined): Formula | undefined {
  if (next?.start === sign + 1 && next.code !== undefined && runAt(source, next.end) === 1)
    return { start: sign, end: next.end + 1, value: next.code.trim(), isDisplay: false, isAlone: false }
  const end = closeOfInline(source, leaf, sign)
  return end === undefined ? undefined : formulaAt(source, leaf, sign, end, 1)
}

/** Gives the offset after the sign that closes the formula which one sign opens. */
function closeOfInline(source: string, leaf: Leaf, open: number): number | undefined {
  if (/\s/.test(source.charAt(open + 1))) return undefined
  for (let at = open + 1; ;) {
    const sign = source.indexOf('$', at)
    if (sign < 0 || sign >= leaf.end) return undefined
    if (isEscaped(source, sign, open + 1)) at = sign + 1
    else if (isInCode(leaf, sign)) at = sign + 1
    else if (isInWords(source, open, sign)) at = Math.max(sign, source.indexOf('$', sign + 1)) + 1
    else return mayClose(source, sign) ? sign + 1 : undefined
  }
}

const mayClose = (source: string, sign: number): boolean =>
  runAt(source, sign) === 1 && !/\s/.test(source.charAt(sign - 1)) && !/\d/.test(source.charAt(sign + 1))

/** Matches words in a formula that are still open. Formulas may stand within them: `\text{if $x$}`. */
const OPEN_WORDS = /\\(?:text\w*|[mhf]box|intertext)\s*\{[^{}]*$/
/** Words in a formula are looked for in no more characters than this. */
const NEAR = 200

const isInWords = (source: string, open: number, sign: number): boolean =>
  OPEN_WORDS.test(source.slice(Math.max(open, sign - NEAR), sign))

/** Makes the formula between two offsets, of which `signs` dollar signs at either end are no part of its TeX. */
function formulaAt(source: string, leaf: Leaf, start: number, end: number, signs: number): Formula {
  const written = source.slice(start + signs, end - signs)
  const value = leaf.type === 'tableCell' ? written.replaceAll('\\|', '|') : withoutMargin(source, start, written)
  const isAlone = signs === 2 && isAloneBefore(source, start) && source.slice(end, lineEnd(source, end)).trim() === ''
  return { start, end, value: value.trim(), isDisplay: signs === 2, isAlone }
}

/** Takes what stands before the lines of a formula off them: the marks of a quotation, and the indent of a list. */
function withoutMargin(source: string, start: number, written: string): string {
  if (!written.includes('\n')) return written
  const [from, depth] = [lineStart(source, start), quoteDepth(source, start)]
  const margin = new RegExp(String.raw`(\r?\n)(?:[ \t]*>[ \t]?){0,${depth}}[ \t]{0,${start - from}}`, 'g')
  return written.replace(margin, '$1')
}
