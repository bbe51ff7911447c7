import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from '../walk.ts'

/**
 * Gives an embed on a line of its own a paragraph of its own, marked with `data-embed`, because it is shown in full.
 * The lines before and after it become paragraphs too. An embed among words becomes a link.
 */
export const embedLines: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('![[')) return
  visit(tree, 'paragraph', (node, index, parent) => {
    if (parent === undefined || index === undefined || !node.children.some(isEmbed)) return undefined
    const lines = linesOf(node.children)
    if (file.data.isField || !lines.some(isAlone)) {
      node.children.filter(isEmbed).forEach(unmark)
      return SKIP
    }
    const made = joined(lines).map((children): Paragraph => ({ ...node, children }))
    ;(parent.children as RootContent[]).splice(index, 1, ...made)
    return [SKIP, index + made.length]
  })
}

type Line = PhrasingContent[]

const isEmbed = (node: PhrasingContent): boolean =>
  node.type === 'link' && node.data?.hProperties?.['dataEmbed'] !== undefined

const isAlone = (line: Line): boolean => line.length === 1 && isEmbed(line[0]!)

/** Takes the mark of an embed off a link. */
function unmark({ data }: PhrasingContent): void {
  const { hProperties } = data as { hProperties: Record<string, unknown> }
  delete hProperties['dataEmbed']
}

/** Cuts a paragraph into its lines. Spaces around an embed that is alone on its line are taken out. */
function linesOf(children: readonly PhrasingContent[]): Line[] {
  const lines: Line[] = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else if (child.type !== 'text') lines.at(-1)!.push(child)
    else
      for (const [index, value] of child.value.split('\n').entries()) {
        if (index > 0) lines.push([])
        if (value.trim() !== '') lines.at(-1)!.push({ ...child, value })
        else if (lines.at(-1)!.length > 0 && value !== '') lines.at(-1)!.push({ ...child, value: ' ' })
      }
  }
  return lines.map((line) => (line.length === 2 && isEmbed(line[0]!) && isBlank(line[1]!) ? line.slice(0, 1) : line))
}

const isBlank = (node: PhrasingContent): boolean => node.type === 'text' && node.value.trim() === ''

/** Joins lines of words into paragraphs again. Each embed stands by itself. */
function joined(lines: readonly Line[]): Line[] {
  const blocks: Line[] = []
  let words: Line | undefined
  for (const line of lines) {
    if (isAlone(line)) {
      blocks.push(line)
      words = undefined
    } else {
      line.filter(isEmbed).forEach(unmark)
      if (words !== undefined) words.push({ type: 'text', value: '\n' }, ...line)
      else if (line.length > 0) blocks.push((words = line))
    }
  }
  return blocks
}
