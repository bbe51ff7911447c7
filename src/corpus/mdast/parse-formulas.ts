/** This file parses Markdown that holds formulas. */
import type { InlineMath, Math } from 'mdast-util-math'
import type { Nodes, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Position } from 'unist'
import { visit } from '../walk.ts'
import { formulasIn, type Formula } from './formulas.ts'

declare module 'mdast-util-math' {
  interface InlineMathData {
    /** This is true where a formula that is set on a line of its own stands among words. */
    isDisplay?: boolean
  }
}

/**
 * This character hides what a formula holds, its line breaks included, so that nothing in it is read as Markdown. It is
 * a noncharacter and one code unit long, so no offset moves.
 */
const HIDDEN = '\uFDE0'
/** Matches a hidden formula. */
const HIDDEN_FORMULA = /\$\uFDE0+\$|<\?\uFDE0+\?>/
const EACH_HIDDEN = new RegExp(HIDDEN_FORMULA, 'g')
/** Matches a node of HTML that is nothing but a formula. */
const ONLY_HIDDEN = /^\s*<\?\uFDE0+\?>\s*$/
/** Matches code whose language says that it is a formula, as on GitHub and in MyST. */
const MAY_HAVE_BLOCKS = /(?:```|~~~)[ \t]*\{?math\b/
const BLOCKS = new Set(['math', '{math}'])

/** `WithFormulas` is a tree with formulas in it, and the offsets of every `$$` that nothing closes. */
export interface WithFormulas {
  readonly tree: Root
  readonly unclosed: readonly number[]
}

/**
 * Parses Markdown with the formulas in it. The text is first parsed without them, to know its paragraphs and its code.
 * Then the formulas are hidden and it is parsed once more. A formula alone on its lines is hidden as a processing
 * instruction, because that is a block which may stand right between the lines of a paragraph, as a formula may.
 *
 * Most texts hold nothing but `$x$` within sentences, and the parser's own formulas are the same there. They are parsed
 * once.
 *
 * @param parse Parses a text, with formulas as the parser knows them or without any.
 */
export function parseFormulas(source: string, parse: (text: string, hasFormulas: boolean) => Root): WithFormulas {
  if (source.includes('$') && !/\$[$`]|\\\$/.test(source)) {
    const tree = parse(source, true)
    if (isPlain(tree, source)) return { tree: withBlocks(tree, source), unclosed: [] }
  }
  const plain = parse(source, false)
  const { formulas, unclosed } = source.includes('$') ? formulasIn(source, plain) : { formulas: [], unclosed: [] }
  const tree = formulas.length === 0 ? plain : parse(hide(source, formulas), false)
  if (formulas.length > 0) new Restoring(source, formulas).restore(tree)
  return { tree: withBlocks(tree, source), unclosed }
}

/** Tells whether the parser's own formulas are those that this project reads. */
function isPlain(tree: Root, source: string): boolean {
  let isPlain = true
  visit(tree, 'inlineMath', ({ position }: InlineMath) => {
    const [start, end] = [position?.start.offset, position?.end.offset]
    const written = source.slice(start, end)
    if (end === undefined || NOT_PLAIN.test(written) || /\d/.test(source.charAt(end))) isPlain = false
    return isPlain
  })
  return isPlain
}

/** Matches a formula that may be something else: sums of money, or code and links that hold dollar signs. */
const NOT_PLAIN = /^\$\s|\s\$$|\]\(|`|:\/\/|<\/|\[\[|\\[a-z]*(?:text|box)/

/** Hides formulas. */
function hide(source: string, formulas: readonly Formula[]): string {
  let done = ''
  let at = 0
  for (const { start, end, isAlone } of formulas) {
    const [open, close] = isAlone ? ['<?', '?>'] : ['$', '$']
    done += source.slice(at, start) + open + HIDDEN.repeat(end - start - 2 * open.length) + close
    at = end
  }
  return done + source.slice(at)
}

/** Turns code that says it is a formula into one. */
function withBlocks(tree: Root, source: string): Root {
  if (!MAY_HAVE_BLOCKS.test(source)) return tree
  visit(tree, 'code', (node, index, parent) => {
    if (!BLOCKS.has(node.lang ?? '') || parent === undefined || index === undefined) return
    const { value, position } = node
    parent.children[index] = { type: 'math', value, ...(position && { position }) }
  })
  return tree
}

/** `Restoring` puts the formulas of a text back into its tree. */
class Restoring {
  readonly #source: string
  readonly #formulas: readonly Formula[]
  readonly #lines: readonly number[]
  /** This is the number of formulas that got a node. */
  #made = 0

  constructor(source: string, formulas: readonly Formula[]) {
    this.#source = source
    this.#formulas = formulas
    this.#lines = [...source.matchAll(/\n/g)].map(({ index }) => index + 1)
  }

  restore(tree: Root): void {
    // The line breaks of a hidden formula were hidden with it, so all lines after it have other numbers.
    if (this.#formulas.some(({ start, end }) => this.#source.slice(start, end).includes('\n'))) this.#countLines(tree)
    visit(tree, (node: Nodes) => {
      if ('children' in node && node.children.some(isHiding))
        node.children = (node.children as PhrasingContent[]).flatMap((child) => this.#nodesOf(child, node))
    })
    if (this.#made < this.#formulas.length)
      visit(tree, (node: Nodes) => {
        for (const key of ['value', 'url', 'alt', 'title', 'label', 'identifier'] as const) this.#write(node, key)
      })
    if (!this.#formulas.some(({ isDisplay, isAlone }) => isDisplay && !isAlone)) return
    visit(tree, 'paragraph', ({ children: [child, ...others] }, index, parent) => {
      if (child?.type !== 'inlineMath' || !isSetApart(child) || others.length > 0) return
      const { value, position } = child
      ;(parent as Parents).children[index!] = { type: 'math', value, ...(position && { position }) }
    })
  }

  /** Gives the nodes that a child of a node stands for. */
  #nodesOf(child: PhrasingContent, { type }: Nodes): (PhrasingContent | RootContent)[] {
    if (!isHiding(child) || !('value' in child)) return [child]
    const formulas = this.#within(child).values()
    if (child.type === 'html')
      return ONLY_HIDDEN.test(child.value) ? [this.#nodeOf(formulas.next().value!, type)] : [child]
    if (child.type !== 'text') return [child]
    const at = child.position?.start.offset ?? 0
    let from = at
    const texts = child.value.split(HIDDEN_FORMULA)
    return texts.flatMap((value, index): (PhrasingContent | RootContent)[] => {
      const formula = index === texts.length - 1 ? undefined : formulas.next().value
      const end = formula?.start ?? child.position?.end.offset ?? from
      const text: Text = { type: 'text', value, position: this.#position(from, end) }
      from = formula?.end ?? end
      return [...(value === '' ? [] : [text]), ...(formula === undefined ? [] : [this.#nodeOf(formula, type)])]
    })
  }

  /** Makes the node of a formula. */
  #nodeOf({ start, end, value, isDisplay, isAlone }: Formula, parent: string): InlineMath | Math {
    this.#made++
    const position = this.#position(start, end)
    if (isAlone && !PHRASING_PARENTS.has(parent)) return { type: 'math', value, position }
    return { type: 'inlineMath', value, position, ...(isDisplay && { data: { isDisplay: true } }) }
  }

  /** Writes a text of a node as it was, where it holds a formula that is none there, such as in an address. */
  #write(node: Nodes, key: 'value' | 'url' | 'alt' | 'title' | 'label' | 'identifier'): void {
    const fields = node as Partial<Record<typeof key, unknown>>
    const text = fields[key]
    if (typeof text !== 'string' || !text.includes(HIDDEN)) return
    const formulas = this.#within(node).values()
    fields[key] = text.replace(EACH_HIDDEN, (hidden) => {
      const formula = formulas.next().value
      return formula === undefined ? hidden : this.#source.slice(formula.start, formula.end)
    })
  }

  /** Gives the formulas within a node. */
  #within({ position }: Nodes): Formula[] {
    const [start = 0, end = 0] = [position?.start.offset, position?.end.offset]
    const found: Formula[] = []
    for (let at = lowerBound(this.#formulas.length, (index) => this.#formulas[index]!.start >= start); ; at++) {
      const formula = this.#formulas[at]
      if (formula === undefined || formula.start >= end) return found
      found.push(formula)
    }
  }

  #position(start: number, end: number): Position {
    return { start: this.#point(start), end: this.#point(end) }
  }

  #point(offset: number): Position['start'] {
    const line = lowerBound(this.#lines.length, (index) => this.#lines[index]! > offset)
    return { line: line + 1, column: offset - (this.#lines[line - 1] ?? 0) + 1, offset }
  }

  #countLines(tree: Root): void {
    visit(tree, ({ position }: Nodes) => {
      if (position?.start.offset === undefined || position.end.offset === undefined) return
      Object.assign(position, this.#position(position.start.offset, position.end.offset))
    })
  }
}

const PHRASING_PARENTS = new Set<string>(
  'paragraph heading tableCell emphasis strong delete link linkReference'.split(' '),
)

const isSetApart = ({ data }: InlineMath): boolean => data?.isDisplay === true

const isHiding = (node: Nodes): boolean =>
  (node.type === 'text' || node.type === 'html') && node.value.includes(HIDDEN) && HIDDEN_FORMULA.test(node.value)

/** Gives the first index at which a condition holds. Once it holds, it holds for all later ones. */
function lowerBound(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
