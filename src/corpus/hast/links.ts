/** This file lists the links of a body and leaves a slot for each of them. */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Plugin } from 'unified'
import type { Node } from 'unist'
import { visitParents } from '../walk.ts'
import { CITED_PARTS, type Link, type Slot } from '../model/parsed.ts'
import type { ProblemRule } from '../problem-rules.ts'
import { RELATION_FIELDS, statedRelation, type RelationField, type RelationType } from '../relation-words.ts'
import { foundCitation, isCitation, leaveCitations, type FoundCitation } from './citations.ts'
import { contextOf, type BlockText } from './context.ts'
import { baseIn, embedIn, standsAlone } from './embedded.ts'
import { mayHave, mayHold } from './inventory.ts'
import { figureIn, nameInstead, pictureOf, titleOf } from './picture-properties.ts'
import { mark } from './slots.ts'
import type { Point } from '../vocabulary.ts'

declare module 'vfile' {
  interface DataMap {
    /** These are the links and pictures of the body that lead into the corpus, in reading order. */
    links: Link[]
  }
}

/** These elements are blocks. The innermost one around a link holds the link's context. */
const BLOCKS = new Set([
  'p',
  'li',
  'td',
  'th',
  'dd',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figcaption',
  'summary',
  'div',
  'blockquote',
  // This was the paragraph of an embed or a figure, whose words are not those of the blocks around it.
  'slot',
])
/** Matches URLs of other sites. */
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/** A file has at most this many links. With each of them goes up to two kilobytes of text around it. */
const MAX_LINKS = 10_000
const REMEDY = 'Cut the file into several.'

/**
 * Lists the links and pictures that lead into the corpus, and leaves a slot in place of each. Links to other sites stay
 * as they are. Pictures on other sites become links, because no page loads anything from elsewhere.
 */
export const links: Plugin<[], Root> = () => (tree, file) => {
  file.data.links = []
  if (!mayHold(file, 'a', 'img', 'pre', 'span')) return
  const ids = mayHave(file, 'id', 'name', 'dataBlock') ? idsOf(tree) : new Set<string>()
  const { relations: types = [] } = file.data.dialect ?? {}
  let rest: Element | undefined
  const citations: FoundCitation[] = []
  const found: { link: Omit<Link, 'context'>; node: Element; block: Node }[] = []
  visitParents(tree, 'element', (node, ancestors) => {
    if (node.tagName === 'img' && EXTERNAL.test(text(node.properties.src))) {
      const linked = ancestors.some((each) => each.type === 'element' && each.tagName === 'a')
      nameInstead(node, linked ? 'span' : 'a')
      return
    }
    if (isCitation(node)) citations.push(foundCitation(node, ancestors))
    const link = read(node, ids, types, ancestors.at(-1))
    if (link === undefined) return undefined
    if (found.length >= MAX_LINKS) {
      rest ??= node
      showAsText(node)
      return undefined
    }
    const block = ancestors.findLast((each) => each.type === 'element' && BLOCKS.has(each.tagName)) ?? tree
    found.push({ link, node, block })
    return undefined
  })
  if (rest !== undefined)
    file.message(`The file holds more than ${MAX_LINKS} links, so those from here on are text. ${REMEDY}`, {
      place: pointOf(rest),
      ruleId: 'too-many' satisfies ProblemRule,
    })
  found.forEach(({ node, link }, index) => leaveSlot(node, link, index))
  const indices = new Map(citations.length === 0 ? [] : found.map(({ node }, index) => [node, index]))
  const cited = leaveCitations(citations, (node) => indices.get(node))
  // The contexts are read last, when links without words of their own show a mark for the words to come.
  const blocks = new Map<Node, BlockText>()
  file.data.links = found.map(({ link, node, block }) => ({
    ...link,
    ...(cited.has(node) && { cite: cited.get(node)!.position }),
    context: contextOf(cited.get(node)?.slot ?? node, block as Element, blocks),
  }))
}

/** Takes a link out and leaves its words. Nobody looks its target up, which may be a draft, so no name is shown. */
function showAsText(node: Element): void {
  const words = node.tagName === 'img' ? text(node.properties.alt) : ''
  node.tagName = 'span'
  node.properties = {}
  if (node.children.length === 0) node.children = [{ type: 'text', value: words || '…' }]
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Collects the ids of a body. */
function idsOf(tree: Root): Set<string> {
  const ids = new Set<string>()
  visitParents(tree, 'element', (node) => {
    if (typeof node.properties.id === 'string') ids.add(node.properties.id)
  })
  return ids
}

/** Reads a link or a picture. The result is undefined for what does not lead into the corpus. */
function read(
  node: Element,
  ids: ReadonlySet<string>,
  types: readonly RelationType[],
  parent?: Nodes,
): Omit<Link, 'context'> | undefined {
  const base = baseIn(node)
  if (base !== undefined) return { form: 'embed', by: 'path', point: pointOf(node), target: '', base }
  const { dataTopic, dataCite } = node.properties
  if (node.tagName !== 'a' && node.tagName !== 'img' && typeof dataCite !== 'string') return undefined
  const point = pointOf(node)
  if (typeof dataTopic === 'string') return { form: 'topic', by: 'name', point, target: dataTopic }
  if (typeof dataCite === 'string') return { form: 'citation', by: 'name', point, target: dataCite, ...citedPart(node) }
  const form = node.tagName === 'img' ? 'picture' : 'link'
  const name = text(node.properties.dataName)
  const address = text(form === 'picture' ? node.properties.src : node.properties.href)
  const titled = titleOf(node)
  const picture = form === 'picture' ? { ...pictureOf(node), ...titled, ...figureIn(parent, titled) } : titled
  if (name !== '' && standsAlone(node, parent))
    return { form: embedIn(parent as Element), by: 'name', point, ...split(name) }
  if (name !== '') return { form, by: 'name', point, ...picture, ...relationOf(node, types), ...split(name) }
  if (address === '' || EXTERNAL.test(address)) return undefined
  if (address.startsWith('#') && (ids.has(address.slice(1)) || ids.has(decode(address.slice(1))))) return undefined
  const { target, fragment } = split(address)
  const at = fragment === undefined ? {} : { fragment: decode(fragment) }
  const meant = { by: 'path' as const, point, target: decode(target.replace(/\?.*$/, '')), ...at }
  if (node.properties.dataEmbed === undefined) return { form, ...picture, ...relationOf(node, types), ...meant }
  return { form: standsAlone(node, parent) ? embedIn(parent as Element) : form, alt: toString(node), ...meant }
}

/** Reads which part of a work a citation names. */
const citedPart = ({ properties: { dataCites } }: Element): Pick<Link, 'cites'> => {
  const cites = CITED_PARTS.find((part) => part === dataCites)
  return cites === undefined ? {} : { cites }
}

/** Reads the relation that an inline field states. */
function relationOf(
  { properties: { dataRelation } }: Element,
  types: readonly RelationType[],
): Pick<Link, 'relation' | 'states'> {
  const word = text(dataRelation)
  if (word === '') return {}
  const stated = statedRelation(word, types)
  if (stated?.label === undefined && Object.hasOwn(RELATION_FIELDS, word)) return { relation: word as RelationField }
  return { states: stated ?? { end: 'from', label: word } }
}

function pointOf(node: Element): Point {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  return { line, column }
}

/** Parts an address into target and fragment. */
function split(address: string): { target: string; fragment?: string } {
  const hash = address.indexOf('#')
  return hash < 0
    ? { target: address.trim() }
    : { target: address.slice(0, hash).trim(), fragment: address.slice(hash + 1).trim() }
}

/** Decodes an address. One that is not well-formed stays as it is. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/**
 * Leaves the slots of a link: one at either end of its words. A picture, an embed and the words of a link without any
 * are one slot each.
 */
function leaveSlot(node: Element, link: Omit<Link, 'context'>, index: number): void {
  const slot = (at: Slot['at']): ElementContent => ({ type: 'text', value: mark(at, index) })
  const words = node.children.length > 0 ? node.children : [slot('words')]
  node.children =
    link.form === 'picture' || link.form === 'embed' || link.form === 'citation'
      ? [slot('words')]
      : [slot('open'), ...words, slot('close')]
  // The element disappears later: `unwrapSlots` keeps only what is in it.
  node.tagName = 'slot'
}
