/** This file reads what a picture says of itself. */
import type { Element, Nodes } from 'hast'
import type { Link } from '../model/parsed.ts'

/** Reads the title of a link or a picture. */
export const titleOf = ({ properties }: Element): Pick<Link, 'title'> => {
  const title = text(properties.title).trim()
  return title === '' ? {} : { title }
}

/**
 * Makes a figure of a picture with a title that has a paragraph to itself. The paragraph around it goes, because a
 * figure is a block.
 */
export function figureIn(parent: Nodes | undefined, { title }: Pick<Link, 'title'>): Pick<Link, 'isFigure'> {
  if (title === undefined || parent?.type !== 'element' || parent.tagName !== 'p') return {}
  if (parent.children.length > 1) return {}
  parent.tagName = parent.properties.id === undefined ? 'slot' : 'div'
  return { isFigure: true }
}

/** Reads the text and the size of a picture. */
export function pictureOf({ properties: { alt, width, height } }: Element): Partial<Link> {
  return {
    alt: text(alt),
    ...(Number(width) > 0 && { width: Number(width) }),
    ...(Number(height) > 0 && { height: Number(height) }),
  }
}

/** Turns a picture on another site into a link to it, or into its words where it is part of a link. */
export function nameInstead(node: Element, tagName: 'a' | 'span'): void {
  const { src, alt, title } = node.properties
  node.tagName = tagName
  node.properties = { ...(tagName === 'a' && { href: text(src) }), ...(text(title) !== '' && { title: text(title) }) }
  node.children = [{ type: 'text', value: text(alt) || text(src) }]
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
