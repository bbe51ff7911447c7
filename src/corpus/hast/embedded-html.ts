/** This file turns the HTML by which other files are shown into links and players of our own. */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

/** Matches the elements that are read here. Most texts have none of them. */
const MAY_HOLD = /<(?:iframe|embed|object|video|audio|input)\b/i
/** Matches URLs of other sites. */
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/**
 * Turns frames, films and sounds in HTML into links, because no page loads anything from elsewhere. A film or a sound
 * of the content folder becomes an embed, which shows a player. A field of a form becomes the words in it: only a box
 * to tick is a task.
 */
export const embeddedHtml: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!source.includes('<') || !MAY_HOLD.test(source)) return
  visit(tree, 'element', (node, _, parent) => {
    if (node.tagName === 'input') takeWords(node)
    const address = addressOf(node)
    if (address === undefined) return
    const isPlayed = node.tagName === 'video' || node.tagName === 'audio'
    if (isPlayed && !EXTERNAL.test(address)) become(node, { dataName: decode(address), dataEmbed: 'yes' }, [])
    else become(node, { href: address, ...frameOf(node) }, [{ type: 'text', value: labelOf(node) || address }])
    if (parent?.type === 'root') wrap(node)
  })
}

/** Gives the address that an element shows. It is undefined for other elements, and where there is none. */
function addressOf({ tagName, properties, children }: Element): string | undefined {
  switch (tagName) {
    case 'iframe':
    case 'embed':
      return text(properties.src)
    case 'object':
      return text(properties.data)
    case 'video':
    case 'audio':
      return text(properties.src) ?? children.map(sourceOf).find((address) => address !== undefined)
    default:
      return undefined
  }
}

const sourceOf = (node: Nodes): string | undefined =>
  node.type === 'element' && node.tagName === 'source' ? text(node.properties.src) : undefined

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** Gives the words by which a writer describes a frame. */
const labelOf = ({ properties }: Element): string | undefined => text(properties.title) ?? text(properties.ariaLabel)

/** Marks a frame. `hast/frames.ts` decides whether a reader may open it in the page. */
function frameOf({ tagName, properties: { width, height } }: Element): Element['properties'] {
  if (tagName !== 'iframe') return {}
  const size = [width, height].map((side) => (/^\d{1,4}$/.test(String(side)) ? String(side) : '0')).join('x')
  return { dataFrame: 'yes', ...(size !== '0x0' && { dataSize: size }) }
}

/** Makes a link of an element. */
function become(node: Element, properties: Element['properties'], children: ElementContent[]): void {
  node.tagName = 'a'
  node.properties = properties
  node.children = children
}

/** Puts a link that stands among blocks into a paragraph. */
function wrap(node: Element): void {
  const link: Element = { ...node }
  node.tagName = 'p'
  node.properties = {}
  node.children = [link]
}

/** Leaves the words of a field that is no box to tick. The sanitiser would make a box of every field. */
function takeWords(node: Element): void {
  const { type, value, placeholder } = node.properties
  if (type === 'checkbox') return
  node.tagName = 'span'
  node.properties = {}
  node.children = type === 'hidden' ? [] : [{ type: 'text', value: text(value) ?? text(placeholder) ?? '' }]
}

/** Decodes an address. One that is not well-formed stays as it is. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
