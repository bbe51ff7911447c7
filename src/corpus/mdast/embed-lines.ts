import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from '../walk.ts'

/**
 * Gives each embed a paragraph of its own, marked with `data-embed`, because it is shown in full. The words before and
 * after it become paragraphs too. An embed of a file that no page can show stays a link among the words.
 */
export const embedLines: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('![') && !String(file).includes('{{')) return
  visit(tree, 'paragraph', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    node.children = node.children.flatMap(aroundEmbeds)
    if (file.data.dialect?.program === 'foam') takeOutModifiers(node.children)
    if (!node.children.some(isEmbed)) return undefined
    if (file.data.isField) {
      node.children.filter(isEmbed).forEach(unmark)
      return SKIP
    }
    const made = joined(linesOf(node.children)).map((children): Paragraph => ({ ...node, children }))
    ;(parent.children as RootContent[]).splice(index, 1, ...made)
    return [SKIP, index + made.length]
  })
}

type Line = PhrasingContent[]

const isEmbed = (node: PhrasingContent): boolean =>
  node.type === 'link' && node.data?.hProperties?.['dataEmbed'] !== undefined

/** Matches how Foam is to show an embed: `content-card![[name]]`. Every embed looks the same here. */
const MODIFIER = /(?:^|(?<=\s))(?:(?:full|content)-(?:inline|card)|full|content|inline|card)$/

function takeOutModifiers(children: readonly PhrasingContent[]): void {
  for (const [index, child] of children.entries()) {
    const after = children[index + 1]
    if (child.type === 'text' && after !== undefined && isEmbed(after)) child.value = child.value.replace(MODIFIER, '')
  }
}

/** Takes embeds out of emphasis. What stands before and after one is emphasised by itself. */
function aroundEmbeds(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete') return [node]
  const children = node.children.flatMap(aroundEmbeds)
  if (!children.some(isEmbed)) return [node]
  return cutAtEmbeds(children).map((piece) => (isAlone(piece) ? piece[0]! : { ...node, children: piece }))
}

/** Matches the names of files of which a page shows no more than a link. */
const ONLY_LINKED = /\.(?:base|bib|canvas|csv|docx?|epub|html?|ipynb|json|odt|pdf|pptx?|py|rtf|txt|xlsx?|zip)(?:#.*)?$/i

/** Tells whether an embed stays among the words of its line. */
const isLinked = (node: PhrasingContent): boolean =>
  node.type === 'link' && ONLY_LINKED.test(String(node.data?.hProperties?.['dataName'] ?? node.url))

const isAlone = (line: Line): boolean => line.length === 1 && isEmbed(line[0]!)

/** Takes the mark of an embed off a link. One that was written as a picture is still known as such. */
function unmark({ data }: PhrasingContent): void {
  const { hProperties } = data as { hProperties: Record<string, unknown> }
  if (hProperties['dataName'] === undefined) hProperties['dataEmbed'] = 'no'
  else delete hProperties['dataEmbed']
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
  for (const line of lines.map(withoutLinked))
    for (const [index, piece] of cutAtEmbeds(line).entries())
      if (isAlone(piece)) {
        blocks.push(piece)
        words = undefined
      } else if (words !== undefined && index === 0) words.push({ type: 'text', value: '\n' }, ...piece)
      else if (piece.length > 0) blocks.push((words = piece))
  return blocks
}

/** Takes the mark off the embeds that stay among the words of a line. */
function withoutLinked(line: Line): Line {
  if (!isAlone(line)) line.filter(isEmbed).filter(isLinked).forEach(unmark)
  return line
}

/** Cuts a line into its embeds and the words between them. A piece without words is left out. */
function cutAtEmbeds(line: Line): Line[] {
  if (!line.some(isEmbed)) return [line]
  const pieces: Line[] = [[]]
  for (const node of line)
    if (isEmbed(node)) pieces.push([node], [])
    else pieces.at(-1)!.push(node)
  return pieces.filter((piece) => !piece.every(isBlank))
}
