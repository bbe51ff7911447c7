import GithubSlugger, { slug } from 'github-slugger'
import type { Element, Nodes, Root } from 'hast'
import type { Plugin } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Heading } from '../model.ts'
import { PREFIX } from './fragments.ts'

declare module 'vfile' {
  interface DataMap {
    /** The title from frontmatter, if there is one. */
    title: string
    /** The title as the body gives it: its first first-level heading, or else its first heading. */
    titleInBody: string
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
  'topics-of',
] as const

const FOOTNOTES = `${PREFIX}footnote-label`
const DEPTH: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/**
 * Gives headings their ids and lists them. The page's title is the only first-level heading, so a body that begins with the same
 * words loses that line, and one that has first-level headings of its own moves down a level.
 */
export const headings: Plugin<[], Root> = () => (tree, file) => {
  const found = collect(tree)
  const title = file.data.title?.trim()
  const opening = found.find(({ depth }) => depth === 1)
  const shown =
    opening && (title === undefined || opening.text === title) ? found.filter((each) => each !== opening) : found
  if (opening !== undefined && shown !== found) remove(tree, opening.node)
  file.data.titleInBody = (opening ?? found[0])?.text ?? ''
  const shift = shown.some(({ depth }) => depth === 1) ? 1 : 0
  const slugger = new GithubSlugger()
  for (const id of PAGE_IDS) slugger.slug(id)
  file.data.headings = shown.map(({ node, depth, text }) => {
    const level = Math.min(6, depth + shift)
    const { id: own } = node.properties
    const id = typeof own === 'string' ? own : slugger.slug(slug(text.normalize('NFKC')) || 'section')
    node.tagName = `h${level}`
    node.properties.id = id
    return { depth: level, id, text }
  })
}

interface Found {
  node: Element
  depth: number
  text: string
}

function collect(tree: Root): Found[] {
  const found: Found[] = []
  visit(tree, 'element', (node) => {
    const depth = DEPTH[node.tagName]
    // The heading of the footnotes is no part of the writer's outline.
    if (depth !== undefined && node.properties.id !== FOOTNOTES) found.push({ node, depth, text: wordsOf(node).trim() })
  })
  return found
}

/** A link without words of its own reads as the name it was given. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'a' && node.children.length === 0)
    return typeof node.properties.dataName === 'string' ? node.properties.dataName : ''
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function remove(tree: Root, heading: Element): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node !== heading || parent === undefined || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}
