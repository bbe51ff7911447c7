/**
 * This file numbers figures, tables and formulas that have a label, and turns references to them into links, as
 * pandoc-crossref, Quarto and Manubot write both: `{#fig:x}` and `@fig:x`.
 */
import type { Heading, Image, Link, Nodes, Paragraph, Parent, PhrasingContent, Root, Text } from 'mdast'
import type { InlineMath } from 'mdast-util-math'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { ProblemRule } from '../problem-rules.ts'
import { visit } from '../walk.ts'
import { pointsOf, splitText } from './split-text.ts'
import { textWords } from './text-words.ts'

const LABEL = String.raw`(?:fig|tbl|tab|eq|lst|sec)[:-][\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_])*`
/** Matches an attribute list with a label. */
const LABELLED = new RegExp(String.raw`^\s*\{\s*#(${LABEL})\s*([^{}]*)\}`, 'u')
const LABELLED_AT_END = new RegExp(String.raw`\s*\{\s*#(${LABEL})\s*[^{}]*\}\s*$`, 'u')
/** Matches one reference of a list in brackets. */
const ITEM = new RegExp(String.raw`^([^@]*?)(-?)@(${LABEL})([^@]*)$`, 'u')
/** Matches references. A mark before one asks for another form of its words, which are always the same here. */
const REFERENCE = new RegExp(
  String.raw`\[([^[\]@]*@${LABEL}[^[\]]*)\]|\{[+*!]?@(${LABEL})[^{}]*\}|(?<![\p{L}\p{N}_@./\\])[-+!]?@(${LABEL})|\\(?:eq|auto|c|C)?ref\{(${LABEL})\}`,
  'gu',
)
const MAY_REFER = /@(?:fig|tbl|tab|eq|lst|sec)[:-]|(?:ref\{|\]\(#)(?:fig|tbl|tab|eq|lst|sec)[:-]/
const SIGNS = ['@', 'ref{', '](#']
const MAY_LABEL = /\{\s*#(?:fig|tbl|tab|eq|lst|sec)[:-]/
/** Matches a word that says already what is referred to. */
const NAMED =
  /(?:\b(?:fig(?:ures?|s?\.)|tables?|tab\.|eqs?\.|equations?|listings?|sections?|sec\.|lst\.)|§)[\s\u00A0]*$/i
/** Matches the beginning of a caption of a table. */
const CAPTION = /^(?:Table)?:\s+/
/** Matches formulas whose environment numbers its lines itself. */
const NUMBERS_ITSELF = /\\begin\{(?:align|alignat|gather|equation|multline|eqnarray)/

/** These are the words for what can have a label, by the beginning of the label. */
type LabelWords = Readonly<Record<string, string>>

/** These are the numbers, or for a section the title, of everything that has a label. */
type Labels = ReadonlyMap<string, string>

/**
 * Numbers what has a label, and turns references into links. References to nothing stay as they are and are reported.
 */
export const crossReferences: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  // Looking for a sign is many times faster than a pattern, and most texts have none of them.
  const mayRefer = SIGNS.some((sign) => source.includes(sign)) && MAY_REFER.test(source)
  if (!mayRefer && !(source.includes('{') && MAY_LABEL.test(source))) return
  const labels = new Numbering(textWords(file).labels).number(tree)
  if (mayRefer) refer(tree, labels, file)
}

/** A `Numbering` gives numbers to what has a label, in the order of the text. */
class Numbering {
  readonly #labels = new Map<string, string>()
  readonly #counts = new Map<string, number>()
  readonly #words: LabelWords

  constructor(words: LabelWords) {
    this.#words = words
  }

  number(tree: Root): Labels {
    visit(tree, (node: Nodes, index, parent) => {
      if (node.type === 'heading') this.#section(node)
      if (node.type === 'paragraph') {
        this.#figure(node)
        this.#formula(node)
        if (parent !== undefined && index !== undefined) this.#table(node, index, parent)
      }
    })
    return this.#labels
  }

  #next(label: string): string {
    const word = wordFor(label, this.#words)
    const count = (this.#counts.get(word) ?? 0) + 1
    this.#counts.set(word, count)
    return String(count)
  }

  #name(node: Nodes, label: string, number: string): void {
    if (this.#labels.has(label)) return
    this.#labels.set(label, number)
    const data = (node.data ??= {}) as { hProperties?: Record<string, unknown> }
    data.hProperties = { ...data.hProperties, id: label }
  }

  /** The title of a section stands in the place of a number. */
  #section(heading: Heading): void {
    const words = wordsOf(heading)
    const label = LABELLED_AT_END.exec(words)
    if (label !== null) this.#labels.set(label[1]!, words.slice(0, label.index).trim())
  }

  /** Numbers the picture of a paragraph. Where it is alone, its words become the caption. */
  #figure(paragraph: Paragraph): void {
    for (const [index, image] of paragraph.children.entries()) {
      const after = paragraph.children[index + 1]
      const found = image.type === 'image' && after?.type === 'text' ? LABELLED.exec(after.value) : null
      if (found === null || image.type !== 'image') continue
      const [whole, label = '', others = ''] = found
      const number = this.#next(label)
      const rest = (others === '' ? '' : `{${others}}`) + (after as Text).value.slice(whole.length)
      if (rest.trim() === '') paragraph.children.splice(index + 1, 1)
      else (after as Text).value = rest
      this.#name(paragraph, label, number)
      describe(image, `${wordFor(label, this.#words)} ${number}`)
      return
    }
  }

  /** Numbers a formula that is set on lines of its own, where a label follows it. */
  #formula(paragraph: Paragraph): void {
    for (const [index, node] of paragraph.children.entries()) {
      const after = paragraph.children[index + 1]
      const found = node.type === 'inlineMath' && after?.type === 'text' ? LABELLED.exec(after.value) : null
      if (found === null || after?.type !== 'text') continue
      const [whole, label = ''] = found
      const number = tagOf(node as InlineMath) ?? this.#next(label)
      const isTagged = tag(node as InlineMath, number)
      after.value = (isTagged ? '' : ` (${number})`) + after.value.slice(whole.length)
      this.#name(paragraph, label, number)
    }
  }

  /** Numbers the caption of a table, which stands before or after it. */
  #table(paragraph: Paragraph, index: number, parent: Parent): void {
    if (![parent.children[index - 1], parent.children[index + 1]].some((each) => each?.type === 'table')) return
    const [first, last] = [paragraph.children[0], paragraph.children.at(-1)]
    if (first?.type !== 'text' || last?.type !== 'text' || !CAPTION.test(first.value)) return
    const label = LABELLED_AT_END.exec(last.value)
    if (label !== null) last.value = last.value.slice(0, label.index)
    first.value = first.value.replace(CAPTION, '')
    if (label === null) return
    const number = this.#next(label[1]!)
    first.value = `${wordFor(label[1]!, this.#words)} ${number}: ${first.value}`
    this.#name(paragraph, label[1]!, number)
  }
}

const wordsOf = (node: Nodes): string =>
  'children' in node ? node.children.map(wordsOf).join('') : 'value' in node ? node.value : ''

const wordFor = (label: string, words: LabelWords): string => words[/^[a-z]+/.exec(label)?.[0] ?? ''] ?? ''

/** Tells whether a text ends with one of the words for what can have a label, in English or in its own language. */
function isNamedBy(before: string, words: LabelWords): boolean {
  const text = before.trimEnd().toLowerCase()
  return NAMED.test(before) || Object.values(words).some((word) => text.endsWith(word.toLowerCase()))
}

/** Puts the number of a figure before its caption. */
function describe(image: Image, number: string): void {
  const caption = image.title ?? image.alt ?? ''
  image.title = caption === '' ? number : `${number}: ${caption}`
}

/** Gives the number that a formula gives itself. */
const tagOf = ({ value }: InlineMath): string | undefined => /\\tag\*?\{([^{}]+)\}/.exec(value)?.[1]

/** Puts the number of a formula beside it. The result is false where that has to be done in words. */
function tag(formula: InlineMath, number: string): boolean {
  if (tagOf(formula) !== undefined) return true
  if (NUMBERS_ITSELF.test(formula.value) || formula.data?.isDisplay !== true) return false
  formula.value = `${formula.value.trimEnd()} \\tag{${number}}`
  return true
}

/** Turns the references of a text into links. */
function refer(tree: Root, labels: Labels, file: VFile): void {
  const words = textWords(file).labels
  const missing = new Map<string, number>()
  splitText(tree, '', REFERENCE, (match) => {
    const [group, ...single]: (string | undefined)[] = match.slice(1)
    const isNamed = isNamedBy(match.input.slice(0, match.index), words)
    if (group !== undefined) return groupOf(group, labels, isNamed, words)
    const label = single.find((each) => each !== undefined)!
    if (labels.has(label)) return [linkTo(label, labels, isNamed || match[0].startsWith('-'), words)]
    missing.set(label, (missing.get(label) ?? 0) + 1)
    return undefined
  })
  visit(tree, 'link', (link: Link) => {
    const label = link.children.length === 0 ? decoded(link.url.slice(1)) : ''
    if (link.url.startsWith('#') && labels.has(label)) link.children = contentOf(label, labels, false, words)
  })
  if (missing.size > 0) report(tree, missing, file)
}

const decoded = (fragment: string): string => fragment.replaceAll('%3A', ':')

/** Reads references in brackets: `[@fig:x; @fig:y]`. Where one of them has no label, they may be citations. */
function groupOf(group: string, labels: Labels, isNamed: boolean, named: LabelWords): PhrasingContent[] | undefined {
  const items = group.split(';').map((item) => ITEM.exec(item))
  if (!items.every((item) => item !== null && labels.has(item[3]!))) return undefined
  return items.flatMap((item, index): PhrasingContent[] => {
    const [, before = '', minus = '', label = '', after = ''] = item!
    const words = (index > 0 ? ', ' : '') + before.trimStart()
    return [
      ...(words === '' ? [] : [{ type: 'text' as const, value: words }]),
      linkTo(label, labels, isNamed || minus !== '' || before.trim() !== '', named),
      ...(after.trim() === '' ? [] : [{ type: 'text' as const, value: after }]),
    ]
  })
}

const linkTo = (label: string, labels: Labels, isNamed: boolean, words: LabelWords): PhrasingContent => ({
  type: 'link',
  url: `#${label}`,
  children: contentOf(label, labels, isNamed, words),
})

function contentOf(label: string, labels: Labels, isNamed: boolean, words: LabelWords): Text[] {
  const number = labels.get(label)!
  return [{ type: 'text', value: isNamed || label.startsWith('sec') ? number : `${wordFor(label, words)} ${number}` }]
}

/**
 * Reports the references that lead to nothing, once each. A name after `@` may be that of a person, so one with a
 * hyphen is only reported where the program has references of this form.
 */
function report(tree: Root, missing: ReadonlyMap<string, number>, file: VFile): void {
  const isQuarto = file.data.dialect?.program === 'quarto' || /\.(?:qmd|rmd)$/i.test(file.path)
  for (const [label, count] of missing) {
    if (!/^[a-z]+:/.test(label) && !isQuarto) continue
    const times = count === 1 ? '' : `, here and ${count === 2 ? 'once' : `${count - 1} times`} more`
    file.message(
      `Nothing in this file has the label "${label}", so the reference is shown as it is written${times}. ` +
        `Write {#${label}} after what is meant, or a link.`,
      { place: pointOf(tree, label), ruleId: 'fragment-missing' satisfies ProblemRule },
    )
  }
}

function pointOf(tree: Root, label: string): { line: number; column: number } {
  let point = { line: 1, column: 1 }
  visit(tree, 'text', (node) => {
    const index = node.value.indexOf(label)
    const start = index < 0 ? undefined : pointsOf(node)(index)?.start
    if (start === undefined) return undefined
    point = { line: start.line, column: start.column }
    return false
  })
  return point
}
