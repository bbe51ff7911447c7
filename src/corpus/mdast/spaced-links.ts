/**
 * This file reads links to files whose names have blanks that nobody encoded, as exports of Roam and several editors
 * write them: `[words](a note.md)`. In CommonMark, such a link is text.
 */
import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import type { Point } from 'unist'
import { isPictureName } from '../attachments/picture-name.ts'
import { lineStarts } from '../line-index.ts'
import { SKIP, visit } from '../walk.ts'
import { pointsOf } from './split-text.ts'

/** Matches a link or a picture. Its address ends with the extension of a file, so that no other words are taken. */
const LINK = /(!?)\[([^[\]\n]*)\]\(((?:[^()\n<>]|\([^()\n<>]*\))*\.[a-z]\w{0,6}(?:#[^()\n<>]*)?)\)/gi
/** Matches texts that may hold one. */
const MAY_HOLD = /\]\([^()\n<>]*[ \t]/
/** Matches addresses of other sites. */
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/**
 * Turns such texts into links. One that is not found in the file where the text begins, because of an escape before it
 * for example, stays text: nobody could take the name of its target out of the plain Markdown of the page.
 */
export const spacedLinks: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!source.includes('](') || !MAY_HOLD.test(source)) return
  const starts = lineStarts(source)
  visit(tree, (node: Nodes) => {
    if (node.type === 'link') return SKIP
    if (!('children' in node) || !node.children.some((child) => child.type === 'text' && MAY_HOLD.test(child.value)))
      return undefined
    node.children = (node.children as PhrasingContent[]).flatMap((child) =>
      child.type === 'text' && MAY_HOLD.test(child.value) ? cut(child, source, starts) : child,
    )
    return undefined
  })
}

function cut(text: Text, source: string, starts: readonly number[]): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  const positionOf = pointsOf(text)
  let at = 0
  for (const match of text.value.matchAll(LINK)) {
    const [written, mark, words = '', address = ''] = match
    const isOnDisk = /^file:/i.test(address)
    if (!/\s/.test(address.trim()) || (EXTERNAL.test(address) && !isOnDisk)) continue
    const start = positionOf(match.index)?.start
    const offset = start === undefined ? undefined : (starts[start.line - 1] ?? 0) + start.column - 1
    if (start === undefined || offset === undefined || !source.startsWith(written, offset)) continue
    const point = (by: number): Point => ({ line: start.line, column: start.column + by, offset: offset + by })
    const position = { start: point(0), end: point(written.length) }
    const from = (mark ?? '').length + 1
    const own: Text = { type: 'text', value: words, position: { start: point(from), end: point(from + words.length) } }
    pieces.push({ ...text, value: text.value.slice(at, match.index) })
    // The path on a disk of the writer leads no reader anywhere.
    if (isOnDisk) pieces.push(own)
    else pieces.push({ ...(mark === '' ? linkTo(own, address) : pictureOf(own, address)), position })
    at = match.index + written.length
  }
  const rest: Text = { type: 'text', value: text.value.slice(at) }
  return at === 0 ? [text] : [...pieces, rest].filter((piece) => piece.type !== 'text' || piece.value !== '')
}

/** Makes a link. One whose words are the path of the file has no words of its own. */
function linkTo(own: Text, address: string): PhrasingContent {
  if (own.value.trim() === address.trim() && /\.(?:md|markdown)$/i.test(address))
    return named(address.trim().replace(/\.\w+$/, ''))
  return { type: 'link', url: encoded(address), children: own.value === '' ? [] : [own] }
}

const named = (name: string): PhrasingContent => ({
  type: 'link',
  url: '',
  children: [],
  data: { hProperties: { dataName: name } },
})

/** Makes a picture, or the link that stands for an embed of another file. */
function pictureOf(own: Text, address: string): PhrasingContent {
  if (isPictureName(address)) return { type: 'image', url: encoded(address), alt: own.value }
  const link = linkTo(own, address) as PhrasingContent & { type: 'link' }
  return { ...link, data: { hProperties: { ...link.data?.hProperties, dataEmbed: 'yes' } } }
}

const encoded = (address: string): string =>
  address
    .trim()
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/\s/g, '%20')
