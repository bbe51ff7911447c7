/** This file writes a tree as Markdown of Pandoc (https://pandoc.org/MANUAL.html#pandocs-markdown). */
import type { Nodes, Paragraph, Parents, PhrasingContent, RootContent } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { defaultHandlers, toMarkdown, type Handle, type Options, type State, type Unsafe } from 'mdast-util-to-markdown'
import type { Definitions, Defined, Div, Formula, Picture, Span, Written } from './nodes.ts'

/** Writes blocks. */
export const writeBlocks = (children: RootContent[]): string => toMarkdown({ type: 'root', children }, OPTIONS)

/** Writes words that stand on one line. */
export const writePhrasing = (children: PhrasingContent[]): string =>
  toMarkdown({ type: 'paragraph', children }, OPTIONS)
    .trim()
    .replace(/\s*\n\s*/g, ' ')

/** Each of these signs means something to Pandoc that it does not mean in CommonMark. */
const UNSAFE: Unsafe[] = [
  // A citation.
  { character: '@', before: '[^0-9A-Za-z]', inConstruct: 'phrasing' },
  // Superscripts, subscripts, formulas, raw TeX, attributes.
  ...['^', '~', '$', '\\', '{'].map((character): Unsafe => ({ character, inConstruct: 'phrasing' })),
  // A definition and a fenced block.
  { atBreak: true, character: ':' },
  // A block of lines.
  { atBreak: true, character: '|' },
]

/** Matches the beginning of a paragraph that Pandoc takes for an item of a list, as it does `(a) one` and `iv. four`. */
const ITEM = /^(\(?(?:#|\\?@[\w-]*|[A-Za-z]|\d+|[ivxlcdm]+|[IVXLCDM]+))([.)])(?=\s|$)/

const paragraph: Handle = (node, parent, state, info) =>
  defaultHandlers.paragraph(node as Paragraph, parent, state, info).replace(ITEM, String.raw`$1\$2`)

const written: Handle = ({ value }: Written) => value

const span: Handle = (node: Span, _, state, info) => {
  const exit = state.enter('phrasing')
  const inside = state.containerPhrasing(node, { ...info, before: node.open, after: node.close })
  exit()
  return node.open + (node.hasNoSpaces ? inside.replace(/(?<!\\)\s+/g, String.raw`\ `) : inside) + node.close
}

const formula: Handle = ({ value, isDisplay }: Formula, parent: Parents | undefined) => {
  // A blank line would end the formula, and an inline one ends at a blank beside its sign.
  const tex = value.trim().replace(/\n\s*\n/g, '\n')
  if (!isDisplay) return `$${tex.replace(/\s*\n\s*/g, ' ')}$`
  return parent?.type === 'tableCell' ? `$$${tex.replace(/\s*\n\s*/g, ' ')}$$` : `$$\n${tex}\n$$`
}

const picture: Handle = ({ url, alt, caption, width }: Picture, parent, state, info) => {
  const words = (value: string): string => state.safe(value, { ...info, before: '[', after: ']' })
  const exits = [state.enter('phrasing'), state.enter('label')]
  const label = words(caption ?? alt).replace(/\s*\n\s*/g, ' ')
  for (const exit of exits.reverse()) exit()
  const quoted = JSON.stringify(alt.replace(/\s+/g, ' '))
  const attributes = [
    ...(caption === undefined ? [] : [`alt=${quoted}`]),
    ...(width === undefined ? [] : [`width=${width}px`]),
  ]
  const shown = `![${label}](${url})${attributes.length === 0 ? '' : `{${attributes.join(' ')}}`}`
  // A picture alone in a paragraph would be a figure with its description for a caption.
  const isAlone = parent?.type === 'paragraph' && parent.children.length === 1
  return isAlone && caption === undefined ? `${shown}\\` : shown
}

const div: Handle = (node: Div, _, state, info) => {
  const inside = state.containerFlow(node, info)
  // The fence is longer than those within.
  const longest = Math.max(2, ...[...inside.matchAll(/^[> ]*(:{3,})/gm)].map(([, colons]) => colons!.length))
  const fence = ':'.repeat(longest + 1)
  return `${fence} {${node.className}}\n${inside}\n${fence}`
}

const definitions: Handle = (node: Definitions, _, state, info) =>
  node.children
    .map((each, index) => {
      const gap = index === 0 ? '' : each.isTerm ? '\n\n' : '\n'
      return gap + (each.isTerm ? termOf(each, state, info) : meaningOf(each, state, info))
    })
    .join('')

const termOf = (node: Defined, state: State, info: Parameters<Handle>[3]): string =>
  state.containerPhrasing(node, { ...info, before: '\n', after: '\n' }).replace(/\s*\n\s*/g, ' ')

const meaningOf = (node: Defined, state: State, info: Parameters<Handle>[3]): string =>
  state.indentLines(state.containerFlow(node, info), (line, index, isBlank) =>
    index === 0 ? `:   ${line}` : isBlank ? line : `    ${line}`,
  )

/** A link may lead to an address with spaces, or have its address for words. */
const OPTIONS: Options = {
  bullet: '-',
  rule: '*',
  fences: true,
  listItemIndent: 'one',
  extensions: [gfmTableToMarkdown(), gfmStrikethroughToMarkdown(), gfmFootnoteToMarkdown()],
  unsafe: UNSAFE,
  handlers: {
    paragraph,
    written,
    span,
    formula,
    picture,
    div,
    definitions,
    // In a cell, Pandoc takes a bar in code as it is.
    inlineCode: (node: Nodes & { type: 'inlineCode' }, _: unknown, state: State) =>
      defaultHandlers.inlineCode(node, undefined, state),
    // In a cell there are no lines.
    break: (_: unknown, parent: Parents | undefined) => (parent?.type === 'tableCell' ? ' ' : '\\\n'),
  },
}
