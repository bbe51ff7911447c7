/** This file reads wikilinks. */
import type { Image, Link, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { isPictureName } from '../attachments/picture-name.ts'
import { visit } from '../walk.ts'
import { splitWikilink } from '../names/wikilink.ts'
import { joinNestedNames } from './nested-names.ts'

declare module 'mdast' {
  interface LinkData {
    hProperties?: Record<string, string | number> | undefined
  }
  interface ImageData {
    hProperties?: Record<string, string | number> | undefined
  }
}

/** Matches a wikilink. An ordinary link may begin like one, `[[1] and more](a.md)`, but it ends otherwise. */
const WIKILINK = /^!?\[\[.*\]\]$/s
/** Matches the size of a picture. */
const SIZE = /^(\d+)(?:px)?(?:x(\d+)(?:px)?)?$/
/** Matches a size that depends on the room there is, as Foam has it. No page follows it, and it is no word. */
const RELATIVE_SIZE = /^\d+(?:\.\d+)?(?:%|r?em|v[wh])$/

/**
 * Turns `[[name]]`, `[[name|words]]` and `![[name]]` into links and pictures that carry the name as `data-name`.
 *
 * The parser finds the wikilinks, but what they say is read from the source. The parser's own URL keeps the backslash
 * that a `|` needs inside a table. `![words](note.md)`, which Obsidian writes where its wikilinks are turned off, is an
 * embed as well.
 */
export const wikilinks: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  joinNestedNames(tree, source)
  let hasPictures = false as boolean
  visit(tree, ['link', 'image'], (node, index, parent) => {
    if (node.type === 'image') hasPictures = true
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    const written = (node as Link).data?.written ?? source.slice(start.offset, end.offset)
    if (node.type === 'link' && node.url.startsWith('[[')) nameTarget(node)
    if (parent === undefined || index === undefined) return
    if (!WIKILINK.test(written)) {
      if (node.type === 'image' && parent.type !== 'link' && isEmbed(node.url)) parent.children[index] = embedOf(node)
      return
    }
    const embed = written.startsWith('!')
    const { name, label } = splitWikilink(written.slice(embed ? 3 : 2, -2), file.data.dialect?.wikilinks)
    const made =
      embed && isPictureName(name.replace(/#.*$/, ''))
        ? picture(node as Link, name, label)
        : link(node as Link, name, label, embed)
    if (made.type === 'image') hasPictures = true
    parent.children[index] = name === '' ? text(written, node as Link) : made
  })
  if (hasPictures) visit(tree, 'image', takeSize)
}

/** Makes a link to a page of a link whose address is a wikilink, as Logseq and Roam have it: `[words]([[page]])`. */
function nameTarget(node: Link): void {
  const name = /^\[\[(.+)\]\]$/s.exec(node.url)?.[1]
  if (name === undefined) return
  node.url = ''
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataName: name } }
}

/** Matches the addresses of other sites, and what is written into an address itself. */
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/** Tells whether the address of a Markdown picture is that of a note, a heading, a sound, a film or another file. */
function isEmbed(url: string): boolean {
  if (EXTERNAL.test(url)) return false
  const path = url.replace(/[?#].*$/s, '')
  return path === '' ? url.startsWith('#') : /\.\w+$/.test(path) && !isPictureName(path)
}

/** Makes the link that stands for an embed out of a Markdown picture. A size is no word of its description. */
function embedOf({ url, alt, position }: Image): Link {
  const words = (alt ?? '').replace(/(?:^|\|)\s*\d+(?:x\d+)?\s*$/, '').trim()
  return {
    type: 'link',
    url,
    children: words === '' ? [] : [{ type: 'text', value: words }],
    position,
    data: { hProperties: { dataEmbed: 'yes' } },
  }
}

/** Makes a text of a wikilink that names nothing. */
const text = (value: string, { position }: Link): Text => ({ type: 'text', value, position })

const picture = ({ position }: Link, name: string, label: string): Image => ({
  type: 'image',
  url: '',
  alt: label,
  position,
  data: { hProperties: { dataName: name } },
})

/**
 * Takes the size off the description of a picture: `100` or `100x50` after a `|` at its end. A wikilink may consist of
 * the size alone.
 */
function takeSize(image: Image): void {
  const parts = (image.alt ?? '').split('|')
  const written = parts.at(-1)?.trim() ?? ''
  const size = SIZE.exec(written)
  const hProperties = image.data?.hProperties ?? {}
  const isRelative = RELATIVE_SIZE.test(written) && (parts.length > 1 || 'dataName' in hProperties)
  if (isRelative) image.alt = parts.slice(0, -1).join('|').trim()
  if (size === null || (parts.length === 1 && !('dataName' in hProperties))) return
  image.alt = parts.slice(0, -1).join('|').trim()
  image.data = {
    ...image.data,
    hProperties: { ...hProperties, width: Number(size[1]), ...(size[2] && { height: Number(size[2]) }) },
  }
}

/** Makes a link, or the link that stands for an embed. */
function link(node: Link, name: string, label: string, embed: boolean): Link {
  return {
    type: 'link',
    url: '',
    children: label === '' ? [] : [{ type: 'text', value: label }],
    position: node.position,
    data: { hProperties: { dataName: name, ...(embed && { dataEmbed: 'yes' }) } },
  }
}
