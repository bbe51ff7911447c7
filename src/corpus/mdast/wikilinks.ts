import type { Image, Link, Root } from 'mdast'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import type { Dialect } from '../model.ts'

declare module 'mdast' {
  interface LinkData {
    hProperties?: Record<string, string | number> | undefined
  }
  interface ImageData {
    hProperties?: Record<string, string | number> | undefined
  }
}

/** An ordinary link may begin like one, `[[1] and more](a.md)`, but ends otherwise. */
const WIKILINK = /^!?\[\[.*\]\]$/s
const PICTURE = /\.(apng|avif|bmp|gif|jpe?g|png|svg|webp)$/i
const SIZE = /^(\d+)(?:x(\d+))?$/

/**
 * Turns `[[name]]`, `[[name|words]]` and `![[name]]` into links and pictures that carry the name as `data-name`.
 *
 * The parser finds them; what they say is read from the source, because the parser's own address keeps the backslash that
 * a `|` needs inside a table.
 */
export const wikilinks: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  visit(tree, ['link', 'image'], (node, index, parent) => {
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    const written = source.slice(start.offset, end.offset)
    if (!WIKILINK.test(written) || parent === undefined || index === undefined) return
    const embed = written.startsWith('!')
    const { name, label } = cut(written.slice(embed ? 3 : 2, -2), file.data.dialect?.wikilinks)
    const made =
      embed && PICTURE.test(name) ? picture(node as Link, name, label) : link(node as Link, name, label, embed)
    parent.children[index] = made
  })
}

/** Name and words, which some gardens write the other way round. */
function cut(inside: string, order: Dialect['wikilinks'] = 'target-first'): { name: string; label: string } {
  const parts = inside.split(/\\?\|/).map((part) => part.trim())
  const name = (parts.length > 1 && order === 'label-first' ? parts.pop() : parts.shift()) ?? ''
  return { name, label: parts.join('|') }
}

function picture(node: Link, name: string, label: string): Image {
  const size = SIZE.exec(label)
  const hProperties: Record<string, string | number> = { dataName: name }
  if (size?.[1]) hProperties.width = Number(size[1])
  if (size?.[2]) hProperties.height = Number(size[2])
  return { type: 'image', url: '', alt: size ? '' : label, position: node.position, data: { hProperties } }
}

function link(node: Link, name: string, label: string, embed: boolean): Link {
  return {
    type: 'link',
    url: '',
    children: label === '' ? [] : [{ type: 'text', value: label }],
    position: node.position,
    data: { hProperties: { dataName: name, ...(embed && { dataEmbed: 'yes' }) } },
  }
}
