/** This file gives headings their ids and lists them for the table of contents. */
import GithubSlugger, { slug } from 'github-slugger'
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast'
import type { Plugin } from 'unified'
import { textWords } from '../mdast/text-words.ts'
import { visitParents } from '../walk.ts'
import type { Words } from '../words/words.ts'
import type { Heading, Link } from '../model/parsed.ts'
import { PREFIX } from './fragments.ts'
import { headingName, nameOfHeading, textOfHeading } from './heading-name.ts'
import { mayHoldHeadings } from './inventory.ts'
import { fillWords, withWordMarksOnly, withoutMarks } from './slots.ts'
import { typesetWithin } from './typography.ts'
import { ROLES } from '../vocabulary.ts'

declare module 'vfile' {
  interface DataMap {
    /** These are the headings of the body, in their order. */
    headings: Heading[]
  }
}

/** These ids are used by the page itself. A heading that asks for one of them gets a number. */
export const PAGE_IDS = [
  'main',
  'claim',
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

/**
 * Gives the depth of a heading of the writer's own text. It is undefined for the heading of the footnotes, which the
 * parser adds, and for elements that are no heading.
 */
export const depthOf = ({ tagName, properties }: Element): number | undefined =>
  properties.id === FOOTNOTES ? undefined : DEPTH[tagName]

/**
 * Gives headings their ids and lists them. The title of the page is the only heading of the first level, so all
 * headings of a body that has others of that level move down by one. The words of a link without words of its own are
 * not known yet. A mark keeps their position in the text, and the id is made of the name that was written. Should that
 * turn out to be the name of a private entry, `link/withhold.ts` takes it out again.
 *
 * Each heading is followed by a link to itself. The link is no part of the heading, because the name of a heading is
 * its words alone, and it has no text of its own.
 */
export const headings: Plugin<[], Root> = () => (tree, file) => {
  file.data.headings = []
  if (!mayHoldHeadings(file)) return
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
  const { typesetIn, links = [] } = file.data
  const words = textWords(file)
  const source = String(file)
  const permalinks = new Map<Nodes, Element>()
  file.data.headings = found.map(({ node, depth }) => {
    const level = Math.min(6, depth + shift)
    const named = fillWords(withWordMarksOnly(textOfHeading(node)), (link) => writtenWords(links[link]))
    const written = withoutMarks(named).normalize('NFKC').replace(/\s+/g, ' ').trim()
    const name = nameOfHeading(source, node)
    const { id: own } = node.properties
    const id = typeof own === 'string' ? own : slugger.slug(slug(written) || 'section')
    node.tagName = `h${level}`
    node.properties.id = id
    if (typesetIn !== undefined) typesetWithin(node, typesetIn)
    const text = withWordMarksOnly(textOfHeading(node)).trim()
    permalinks.set(node, permalink(id, withoutMarks(text).trim(), words))
    return { depth: level, id, text, ...(name !== '' && name !== headingName(text) && { name }) }
  })
  for (const parent of new Set(found.flatMap(({ parent }) => parent ?? [])))
    parent.children = (parent.children as ElementContent[]).flatMap((node) => [node, permalinks.get(node) ?? []].flat())
}

/** Gives the words that a link without words of its own was written with. A picture has none. */
export const writtenWords = (link: Pick<Link, 'form' | 'target' | 'fragment'> | undefined): string =>
  link === undefined || link.form === 'picture' ? '' : [link.target, link.fragment].filter(Boolean).join(' ')

/** Tells whether a node is a link or a control, which must not hold another link. */
const isPressed = (node: Nodes): boolean =>
  node.type === 'element' && (node.tagName === 'slot' || node.tagName === 'a' || node.tagName === 'summary')

/** Makes the link to a heading. */
const permalink = (id: string, name: string, words: Words['text']): Element => ({
  type: 'element',
  tagName: 'a',
  properties: {
    className: ['permalink'],
    href: `#${id}`,
    ariaLabel: name === '' ? words.linkToSection : words.linkTo(name),
  },
  children: [],
})

/** Tells whether an element is the link that `headings` puts after a heading. */
export const isPermalink = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className[0] === 'permalink'
