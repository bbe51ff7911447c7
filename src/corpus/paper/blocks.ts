/** This file turns the blocks of a paper into mdast. */
import type { Element, ElementContent } from 'hast'
import { toString } from 'hast-util-to-string'
import type { ListItem } from 'mdast'
import { dataOf } from './elements.ts'
import { paragraph, textNode, type Block, type PhrasingContent } from './nodes.ts'
import { formulaIn, phrasing, pictureOf, type Conversion } from './phrasing.ts'
import { tableOf } from './table.ts'

/** These elements are blocks, or hold blocks. All others are words. */
const BLOCKS = new Set(
  `p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table hr figure div details section article aside header footer main
  nav address center paper-picture`.split(/\s+/),
)

const isBlock = (node: ElementContent): node is Element =>
  node.type === 'element' &&
  (BLOCKS.has(node.tagName)
    ? node.tagName !== 'paper-picture' || dataOf(node).picture?.caption !== undefined
    : isDisplayed(node) || node.tagName === 'paper-written' || node.children.some(isBlock))

const isDisplayed = (node: Element): boolean =>
  node.tagName === 'code' && formulaIn(node) === 'display' && !asArray(node.properties.className).includes('maths')

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Turns blocks into mdast. Words between them are paragraphs. */
export function blocks(conversion: Conversion, nodes: readonly ElementContent[]): Block[] {
  const made: Block[] = []
  let words: ElementContent[] = []
  const close = (): void => {
    const said = phrasing(conversion, words)
    if (said.some((node) => node.type !== 'text' || node.value.trim() !== '')) made.push(paragraph(trimmed(said)))
    words = []
  }
  for (const node of nodes) {
    if (!isBlock(node)) words.push(node)
    else {
      close()
      made.push(...blockOf(conversion, node))
    }
  }
  close()
  return made
}

/** Takes the blanks at the ends of a paragraph away, and those at the ends of its lines. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node
    const value = node.value.replace(/[ \t]*\n[ \t]*/g, '\n')
    const from = index === 0 ? value.trimStart() : value
    return textNode(index === nodes.length - 1 ? from.trimEnd() : from)
  })
}

function blockOf(conversion: Conversion, node: Element): Block[] {
  const { tagName, children, properties } = node
  const heading = /^h([1-6])$/.exec(tagName)
  if (heading !== null) return [headingOf(conversion, node, Number(heading[1]))]
  if (asArray(properties.className).includes('callout')) return [calloutOf(conversion, node)]
  switch (tagName) {
    case 'p':
      return children.some(isBlock)
        ? blocks(conversion, children)
        : [paragraph(trimmed(phrasing(conversion, children)))]
    case 'ul':
    case 'ol':
      return [listOf(conversion, node)]
    case 'dl':
      return [definitionsOf(conversion, node)]
    case 'blockquote':
      return [{ type: 'blockquote', children: blocks(conversion, children) }]
    case 'pre':
      return [codeOf(node)]
    case 'code':
      return [paragraph(phrasing(conversion, [node]))]
    case 'table':
      return tableOf(conversion, node)
    case 'hr':
      return [{ type: 'thematicBreak' }]
    case 'paper-picture':
      return [paragraph([pictureOf(conversion, node)])]
    case 'paper-written':
      return [{ type: 'written', value: dataOf(node).written! }]
    case 'details':
      return [
        ...summaryOf(conversion, node),
        ...blocks(
          conversion,
          children.filter((child) => !isSummary(child)),
        ),
      ]
    default:
      // The footnotes are written at the end of the paper.
      return 'dataFootnotes' in properties ? [] : blocks(conversion, children)
  }
}

function headingOf(conversion: Conversion, { children, properties: { id } }: Element, depth: number): Block {
  const said = phrasing(conversion, children)
  const target =
    typeof id === 'string' && conversion.isTarget(id) ? [{ type: 'written' as const, value: ` {#${id}}` }] : []
  return { type: 'heading', depth: depth as 1, children: [...said, ...target] }
}

const isSummary = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'summary'

const summaryOf = (conversion: Conversion, { children }: Element): Block[] =>
  children
    .filter(isSummary)
    .map((node) => paragraph([{ type: 'strong', children: phrasing(conversion, node.children) }]))

/** Makes a quotation of a callout, which every format has, in a block with the name of its kind. */
function calloutOf(conversion: Conversion, { children, properties: { dataCallout } }: Element): Block {
  const [title, ...rest] = children.filter((child) => child.type === 'element')
  const name = title === undefined ? [] : trimmed(phrasing(conversion, title.children))
  const kind = String(dataCallout).replace(/[^\p{L}\p{N}]+/gu, '-')
  const inside = [
    ...(name.length > 0 ? [paragraph([{ type: 'strong', children: name }])] : []),
    ...blocks(conversion, title === undefined ? children : rest),
  ]
  return { type: 'div', className: `.callout .callout-${kind}`, children: [{ type: 'blockquote', children: inside }] }
}

function listOf(conversion: Conversion, { tagName, properties, children }: Element): Block {
  const items = children.filter((child): child is Element => child.type === 'element')
  const made = items.map((item) => itemOf(conversion, item))
  const spread = items.some((item) => item.children.some((child) => child.type === 'element' && child.tagName === 'p'))
  return {
    type: 'list',
    ordered: tagName === 'ol',
    ...(tagName === 'ol' && { start: Number(properties.start ?? 1) || 1 }),
    spread,
    children: made.map((item) => ({ ...item, spread })),
  }
}

function itemOf(conversion: Conversion, item: Element): ListItem {
  const children = blocks(conversion, item.tagName === 'li' ? item.children : [item])
  const [first] = children
  const box = boxIn(item)
  const sign: PhrasingContent[] = box === undefined ? [] : [{ type: 'written', value: box ? '[x] ' : '[ ] ' }]
  if (first?.type === 'paragraph') first.children.unshift(...sign)
  return { type: 'listItem', children }
}

/** Tells whether a task is done. It is undefined for an item that is no task. */
function boxIn({ children }: Element): boolean | undefined {
  for (const child of children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'input') return Boolean(child.properties.checked)
    return child.tagName === 'p' ? boxIn(child) : undefined
  }
  return undefined
}

function definitionsOf(conversion: Conversion, { children }: Element): Block {
  const defined = children.flatMap((child) =>
    child.type === 'element' ? (child.tagName === 'div' ? child.children : [child]) : [],
  )
  return {
    type: 'definitions',
    children: defined
      .filter((child): child is Element => child.type === 'element')
      .map((child) => {
        const isTerm = child.tagName === 'dt'
        const inside = isTerm ? phrasing(conversion, child.children) : blocks(conversion, child.children)
        return { type: 'defined' as const, isTerm, children: inside }
      }),
  }
}

/** Makes a block of code. What names a language in any other signs would be raw text of some format to Pandoc. */
function codeOf(node: Element): Block {
  const [code] = node.children
  const classes = code?.type === 'element' ? asArray(code.properties.className) : []
  const language = classes.map((name) => /^language-([\w+#.-]+)$/.exec(String(name))?.[1]).find(Boolean)
  return { type: 'code', value: toString(node).replace(/\n$/, ''), ...(language !== undefined && { lang: language }) }
}
