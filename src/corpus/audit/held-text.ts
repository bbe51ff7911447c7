/** This file finds the words of its source that the body of a note holds. */
import type { Blockquote, Heading, Nodes, RootContent } from 'mdast'
import { bodyOf } from '../frontmatter/split.ts'
import { visit } from '../walk.ts'
import { treeOf } from './markdown-tree.ts'

/** A `HeldText` is text of its source that a note holds. */
export interface HeldText {
  /** These are the texts of the sections whose headings say that they hold the source's text. */
  readonly sections: readonly string[]
  /** These are the texts of the quotations. */
  readonly quotations: readonly string[]
}

/**
 * Matches the beginning of a quotation or a heading. A note without either cannot hold text of its source, and the
 * Markdown of the others only is parsed.
 */
const MAY_HOLD_TEXT = /^[ \t]*>|^#{1,6} |^(?:=+|-+)[ \t]*$/m
const NOTHING: HeldText = { sections: [], quotations: [] }

/** Matches headings under which notes keep the text of their source. */
const OF_SOURCE =
  /^(?:the )?(?:(?:source|original|full) ?text|source|original|text|excerpts?|extracts?|abstract|quotations?|quotes?|passages?|highlights|transcript)$/i
/** Matches the beginning of a callout. Callouts are written as quotations, and their words are the author's own. */
const CALLOUT = /^\[!\w+\]/

/**
 * Finds the text of its source that a note holds.
 *
 * @param text The whole text of the note.
 */
export function heldText(text: string): HeldText {
  if (!MAY_HOLD_TEXT.test(bodyOf(text))) return NOTHING
  const tree = treeOf(text)
  const quotations: string[] = []
  visit(tree, 'blockquote', (node: Blockquote) => {
    const words = wordsOf(node)
    if (!CALLOUT.test(words)) quotations.push(words)
  })
  return { sections: sectionsOf(tree.children), quotations }
}

/** Gives the paragraphs of a note, whosever words they are, without the signs of emphasis. */
export const plainParagraphs = (text: string): string[] =>
  bodyOf(text)
    .replace(/[*_`>]/g, '')
    .split(/\n[ \t]*\n/)

/** Gives the text of each section whose heading says that it holds the source's text. */
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

/** Gives the text of a node. Blocks are put on lines of their own, as a reader sees them. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  return node.children.map(wordsOf).join(INLINE.has(node.type) ? '' : '\n')
}

/** The text of these nodes is joined without a line break. */
const INLINE = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'])
