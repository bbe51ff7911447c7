import GithubSlugger, { slug } from 'github-slugger'
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Plugin } from 'unified'
import { visitParents } from '../walk.ts'
import type { Heading } from '../model/parsed.ts'
import { PREFIX } from './fragments.ts'
import { onlyWords, withoutMarks } from './slots.ts'
import { typesetWithin } from './typography.ts'
import { ROLES } from '../vocabulary.ts'

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
  ...ROLES.map((role) => `sources-${role}` as const),
  'next',
  'serves',
  'relations',
  'backlinks',
  'references',
  'topics-of',
]

const takenByPage = new GithubSlugger()
for (const id of PAGE_IDS) takenByPage.slug(id)

const FOOTNOTES = `${PREFIX}footnote-label`
const DEPTH: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/** The depth of a heading of the writer's own outline; that of the footnotes is none. */
export const depthOf = ({ tagName, properties }: Element): number | undefined =>
  properties.id === FOOTNOTES ? undefined : DEPTH[tagName]

/**
 * Gives headings their ids and lists them. The page's title is the only first-level heading, so a body that has others moves down a
 * level. The words of a link without any are not known yet: their place is kept in the text, and they are no part of the id.
 * Each is followed by a link to itself. That is no part of the heading, whose name is its words alone, and has no text of its own.
 */
export const headings: Plugin<[], Root> = () => (tree, file) => {
  const found: { node: Element; depth: number; parent: Parents | undefined }[] = []
  const slugger = new GithubSlugger()
  Object.assign(slugger.occurrences, takenByPage.occurrences)
  visitParents(tree, 'element', (node, ancestors) => {
    const depth = depthOf(node)
    if (depth !== undefined)
      found.push({ node, depth, parent: ancestors.some(isPressed) ? undefined : ancestors.at(-1) })
    if (typeof node.properties.id === 'string') slugger.slug(node.properties.id)
  })
  const shift = found.some(({ depth }) => depth === 1) ? 1 : 0
  const { typesetIn } = file.data
  const permalinks = new Map<Nodes, Element>()
  file.data.headings = found.map(({ node, depth }) => {
    const level = Math.min(6, depth + shift)
    const written = withoutMarks(toString(node)).normalize('NFKC').replace(/\s+/g, ' ').trim()
    const { id: own } = node.properties
    const id = typeof own === 'string' ? own : slugger.slug(slug(written) || 'section')
    node.tagName = `h${level}`
    node.properties.id = id
    if (typesetIn !== undefined) typesetWithin(node, typesetIn)
    const text = onlyWords(toString(node)).trim()
    permalinks.set(node, permalink(id, withoutMarks(text).trim()))
    return { depth: level, id, text }
  })
  for (const parent of new Set(found.flatMap(({ parent }) => parent ?? [])))
    parent.children = (parent.children as ElementContent[]).flatMap((node) => [node, permalinks.get(node) ?? []].flat())
}

/** In what is a link or a control itself there can be no other. */
const isPressed = (node: Nodes): boolean =>
  node.type === 'element' && (node.tagName === 'slot' || node.tagName === 'a' || node.tagName === 'summary')

const permalink = (id: string, words: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: {
    className: ['permalink'],
    href: `#${id}`,
    ariaLabel: words === '' ? 'Link to this section' : `Link to this section: ${words}`,
  },
  children: [],
})

/** Is it the link that `headings` put after a heading? */
export const isPermalink = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className[0] === 'permalink'
