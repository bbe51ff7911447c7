import GithubSlugger, { slug } from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import type { Heading } from '../model.ts'
import { PREFIX } from './fragments.ts'
import { onlyWords, withoutMarks } from './slots.ts'

declare module 'vfile' {
  interface DataMap {
    headings: Heading[]
  }
}

/** Ids that the page itself uses; a heading of the same words gets a number. */
export const PAGE_IDS = [
  'main',
  'contents',
  'sources',
  'next',
  'serves',
  'relations',
  'backlinks',
  'references',
  'topics-of',
] as const

const FOOTNOTES = `${PREFIX}footnote-label`
const DEPTH: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/** The depth of a heading of the writer's own outline; that of the footnotes is none. */
export const depthOf = ({ tagName, properties }: Element): number | undefined =>
  properties.id === FOOTNOTES ? undefined : DEPTH[tagName]

/**
 * Gives headings their ids and lists them. The page's title is the only first-level heading, so a body that has others moves down a
 * level. The words of a link without any are not known yet: their place is kept in the text, and they are no part of the id.
 */
export const headings: Plugin<[], Root> = () => (tree, file) => {
  const found: { node: Element; depth: number }[] = []
  const slugger = new GithubSlugger()
  for (const id of PAGE_IDS) slugger.slug(id)
  visit(tree, 'element', (node) => {
    const depth = depthOf(node)
    if (depth !== undefined) found.push({ node, depth })
    if (typeof node.properties.id === 'string') slugger.slug(node.properties.id)
  })
  const shift = found.some(({ depth }) => depth === 1) ? 1 : 0
  file.data.headings = found.map(({ node, depth }) => {
    const level = Math.min(6, depth + shift)
    const text = onlyWords(toString(node)).trim()
    const { id: own } = node.properties
    const id =
      typeof own === 'string'
        ? own
        : slugger.slug(slug(withoutMarks(text).normalize('NFKC').replace(/\s+/g, ' ').trim()) || 'section')
    node.tagName = `h${level}`
    node.properties.id = id
    return { depth: level, id, text }
  })
}
