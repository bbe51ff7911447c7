import type { Element, ElementContent, Root } from 'hast'
import type { Plugin } from 'unified'
import { textWords } from '../mdast/text-words.ts'
import { visit } from '../walk.ts'
import type { Words } from '../words/words.ts'
import { mayHold } from './inventory.ts'

/** Matches the marker of a callout. What stands after a `|` in the brackets is meant for the themes of Obsidian. */
const MARKER = /^\[!([^\]|\n]+)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*/

/**
 * Turns a quotation that begins with `[!kind]` into a callout: a box with a title, or one that folds where `+` or `-`
 * follows. Its kind becomes `data-callout`. A kind that nobody knows makes a callout too.
 */
export const callouts: Plugin<[], Root> = () => (tree, file) => {
  if (!mayHold(file, 'blockquote')) return
  const words = textWords(file)
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'blockquote') return
    const first = node.children.find((child): child is Element => child.type === 'element')
    const [opening] = first?.tagName === 'p' ? first.children : []
    const marker = opening?.type === 'text' ? MARKER.exec(opening.value) : null
    if (first === undefined || opening?.type !== 'text' || marker === null) return
    opening.value = opening.value.slice(marker[0].length)
    const [, kind = '', fold = ''] = marker
    const title = takeFirstLine(first)
    const rest = node.children.filter((child) => child !== first || first.children.length > 0)
    rewrite(
      node,
      kind.trim().toLowerCase(),
      fold,
      title.length > 0 ? title : [titleOf(kind.trim().toLowerCase(), words)],
      rest,
    )
  })
}

/**
 * Takes the first line off a paragraph. It is the title of the callout. What follows the line break stays in the
 * paragraph.
 */
function takeFirstLine(paragraph: Element): ElementContent[] {
  const title: ElementContent[] = []
  while (paragraph.children.length > 0) {
    const [child] = paragraph.children
    const line = child?.type === 'text' ? child.value.indexOf('\n') : -1
    if (child?.type === 'text' && line >= 0) {
      title.push({ type: 'text', value: child.value.slice(0, line).trimEnd() })
      child.value = child.value.slice(line + 1)
      break
    }
    paragraph.children.shift()
    if (child?.type === 'element' && child.tagName === 'br') {
      dropLineBreak(paragraph)
      break
    }
    if (child !== undefined) title.push(child)
  }
  return title.filter((child) => child.type !== 'text' || child.value !== '')
}

/** Takes away the line break of the source that follows a `br`. */
function dropLineBreak({ children }: Element): void {
  const [next] = children
  if (next?.type !== 'text') return
  next.value = next.value.replace(/^\n/, '')
  if (next.value === '') children.shift()
}

/** Names a kind of callouts, which is written as it is where nobody knows it. */
function titleOf(kind: string, { callouts }: Words['text']): ElementContent {
  const known: Readonly<Record<string, string>> = callouts
  return {
    type: 'text',
    value: Object.hasOwn(known, kind) ? known[kind]! : kind.charAt(0).toUpperCase() + kind.slice(1),
  }
}

/** Turns the quotation into a callout. */
function rewrite(node: Element, kind: string, fold: string, title: ElementContent[], rest: ElementContent[]): void {
  const head: Element = {
    type: 'element',
    tagName: fold === '' ? 'p' : 'summary',
    properties: { className: ['callout-title'] },
    children: title,
  }
  node.tagName = fold === '' ? 'div' : 'details'
  const { dataBlock } = node.properties
  node.properties = { className: ['callout'], dataCallout: kind, ...(dataBlock !== undefined && { dataBlock }) }
  if (fold === '+') node.properties.open = true
  if (fold === '') node.properties.role = 'note'
  node.children = [head, ...rest]
}
