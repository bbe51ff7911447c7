/** This file reads attribute lists as Pandoc, MkDocs, kramdown and Logseq write them: `{#id .class width=300}`. */
import type { Heading, Image, Nodes, Paragraph, Parent, PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

const ITEM = String.raw`[#.][\p{L}\p{N}_:.-]+|:?[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s}"']+)|:\w+\s+\d+,?`
const LIST = String.raw`\{:?\s*(?:(?:${ITEM})\s*)+\}`
/** Matches a list right after a picture, a link, or other words with marks. */
const AFTER = new RegExp(String.raw`^${LIST}`, 'u')
/** Matches a list at the end of a heading. `{-}` asks for a heading without a number. */
const AT_END = new RegExp(String.raw`\s*(?:${LIST}|\{-\}|\{/\*\s*#[\p{L}\p{N}_-]+\s*\*/\})\s*$`, 'u')
/** Matches a list of kramdown, which begins with a colon, at the end of a paragraph or on a line of its own. */
const OF_BLOCK = /(?:^|\s)\{:[^{}\n]*\}\s*$/
/** Matches words with a list: `[words]{.smallcaps}`. */
const SPAN = new RegExp(String.raw`(?<!:[\w-]+)\[([^[\]\n]+)\]${LIST}`, 'gu')
const MAY_FOLLOW = new Set<Nodes['type']>([
  'image',
  'imageReference',
  'link',
  'linkReference',
  'inlineCode',
  'inlineMath',
  'emphasis',
  'strong',
  'delete',
])

/**
 * Takes attribute lists out of the text. An id names a heading or a block, and a width or a height is that of a
 * picture. Everything else asks for a look, which the site has of its own.
 */
export const attributes: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('{')) return
  visit(tree, (node: Nodes, index, parent) => {
    if (node.type === 'heading') takeFromHeading(node)
    if ('children' in node) takeAfter(node)
    if (node.type === 'paragraph' && parent !== undefined && index !== undefined)
      return takeFromParagraph(node, index, parent)
    return undefined
  })
}

/** Takes the list at the end of a heading. */
function takeFromHeading(heading: Heading): void {
  const last = heading.children.at(-1)
  const found = last?.type === 'text' ? AT_END.exec(last.value) : null
  if (found === null || last?.type !== 'text') return
  last.value = last.value.slice(0, found.index)
  const id = idIn(found[0])
  if (id !== undefined) setProperties(heading, { id })
}

const idIn = (list: string): string | undefined => /#([\p{L}\p{N}_:.-]+)/u.exec(list)?.[1]

/** Takes the lists after other nodes, and those after words in brackets. */
function takeAfter(parent: Parent): void {
  const { children } = parent
  for (const [index, child] of children.entries()) {
    if (child.type !== 'text' || !child.value.includes('{')) continue
    const before = children[index - 1]
    const found = before !== undefined && MAY_FOLLOW.has(before.type) ? AFTER.exec(child.value) : null
    if (found !== null) {
      child.value = child.value.slice(found[0].length)
      if (before?.type === 'image') setSize(before, found[0])
    }
    child.value = child.value.replace(SPAN, '$1')
  }
  // A picture without words beside it is a figure.
  if (children.some(isEmpty)) parent.children = children.filter((child) => !isEmpty(child))
}

const isEmpty = (node: Nodes): boolean => node.type === 'text' && node.value === ''

/** Gives a picture the size that a list asks for. A share of the page is no size in pixels. */
function setSize(image: Image, list: string): void {
  const size = Object.fromEntries(
    ['width', 'height'].flatMap((side) => {
      const pixels = new RegExp(String.raw`(?:^|[\s{:,])${side}(?:\s*=\s*["']?|\s+)(\d+)(?:px)?(?=["'\s,}])`).exec(
        list,
      )?.[1]
      return pixels === undefined ? [] : [[side, Number(pixels)]]
    }),
  )
  if (Object.keys(size).length > 0) setProperties(image, size)
}

/** Takes a list at the end of a paragraph. A paragraph that is nothing else goes. */
function takeFromParagraph(paragraph: Paragraph, index: number, parent: Nodes & Parent): number | undefined {
  const last = paragraph.children.at(-1)
  const found = last?.type === 'text' ? OF_BLOCK.exec(last.value) : null
  if (found === null || last?.type !== 'text') return undefined
  last.value = last.value.slice(0, found.index)
  const id = idIn(found[0])
  if (paragraph.children.length > 1 || last.value.trim() !== '') {
    if (id !== undefined) setProperties(paragraph, { id })
    return undefined
  }
  const before = parent.children[index - 1]
  if (id !== undefined && before !== undefined) setProperties(before, { id })
  parent.children.splice(index, 1)
  return index
}

function setProperties(node: Nodes | PhrasingContent, properties: Record<string, string | number>): void {
  const data = (node.data ??= {}) as { hProperties?: Record<string, unknown> }
  data.hProperties = { ...data.hProperties, ...properties }
}
