/** This file shows the line breaks of a text, in folders whose writers see them. */
import type { PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/**
 * Turns every line break within a paragraph into one that is shown, as Obsidian and Logseq do. CommonMark makes spaces
 * of them. It runs last, because other plugins read lines.
 */
export const lineBreaks: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.dialect?.lineBreaks !== 'hard') return
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(hasBreak)) return
    node.children = (node.children as PhrasingContent[]).flatMap((child, index, children) =>
      hasBreak(child) ? linesOf(child, isBreak(children[index - 1]), isBreak(children[index + 1])) : child,
    )
  })
}

const hasBreak = (node: { readonly type: string; readonly value?: string }): node is Text =>
  node.type === 'text' && node.value?.includes('\n') === true

/** Tells whether a node is a break that was written as such. A line break next to it is no second one. */
const isBreak = (node: PhrasingContent | undefined): boolean =>
  node?.type === 'break' || (node?.type === 'html' && /^<br\b/i.test(node.value))

/** Cuts a text into its lines, with breaks between them. */
function linesOf({ value, position }: Text, followsBreak: boolean, precedesBreak: boolean): PhrasingContent[] {
  const lines = value.split(/\r?\n/)
  return lines.flatMap((line, index): PhrasingContent[] => {
    const isFirst = index === 0
    const isNext = index === 1 && followsBreak && lines[0]!.trim() === ''
    const isLast = index === lines.length - 1 && precedesBreak && line.trim() === ''
    const text: Text = { type: 'text', value: line, ...(position && { position }) }
    return [...(isFirst || isNext || isLast ? [] : [{ type: 'break' } as const]), ...(line === '' ? [] : [text])]
  })
}
