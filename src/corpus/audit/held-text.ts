/** What a note holds of the words of its source. */
import type { Blockquote, Heading, Nodes, RootContent } from 'mdast'
import { visit } from '../walk.ts'
import { treeOf } from './markdown-tree.ts'

export interface HeldText {
  /** Sections that are the source's text, by their headings. */
  readonly sections: readonly string[]
  /** Passages that are set as quotations. */
  readonly quotations: readonly string[]
}

/** Headings under which notes keep the text of their source. */
const OF_SOURCE =
  /^(?:the )?(?:(?:source|original|full) ?text|source|original|text|excerpts?|extracts?|abstract|quotations?|quotes?|passages?|highlights|transcript)$/i
const CALLOUT = /^\[!\w+\]/

export function heldText(text: string): HeldText {
  const tree = treeOf(text)
  const quotations: string[] = []
  visit(tree, 'blockquote', (node: Blockquote) => {
    const words = wordsOf(node)
    if (!CALLOUT.test(words)) quotations.push(words)
  })
  return { sections: sectionsOf(tree.children), quotations }
}

function sectionsOf(blocks: readonly RootContent[]): string[] {
  return blocks.flatMap((heading, index) => {
    if (heading.type !== 'heading' || !OF_SOURCE.test(wordsOf(heading).trim())) return []
    const rest = blocks.slice(index + 1)
    const end = rest.findIndex((block) => endsSection(block, heading))
    return [(end < 0 ? rest : rest.slice(0, end)).map(wordsOf).join('\n')]
  })
}

const endsSection = (block: RootContent, { depth }: Heading): boolean =>
  block.type === 'heading' && block.depth <= depth

/** Blocks are apart, as they are to a reader. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  return node.children.map(wordsOf).join(INLINE.has(node.type) ? '' : '\n')
}

const INLINE = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'])
