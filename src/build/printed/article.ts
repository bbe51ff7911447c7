/** Takes the text of a page of a site into the printed edition, in which all texts are on one page. */
import type { Element, Nodes, Parents } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from '../../corpus/walk.ts'

/** What the edition knows of the addresses of the site. */
export interface Addresses {
  /** Returns the id in the edition of the text of a page, or undefined where the page is not in it. */
  readonly idOf: (address: string) => string | undefined
  /** Returns the whole address of what is not in the edition, or undefined where nobody knows where the site is. */
  readonly onTheWeb: (address: string) => string | undefined
  /** Returns a file of the site as a `data:` URL. */
  readonly embedded: (address: string) => string | undefined
}

/** What a page has for readers at a screen, and what each page repeats. */
const CLASSES = new Set(['no-print', 'beside', 'permalink', 'copy', 'printed-address', 'Z3988'])
const ELEMENTS = new Set([
  'script',
  'style',
  'nav',
  'form',
  'button',
  'dialog',
  'audio',
  'video',
  'iframe',
  'link',
  'meta',
])
/** Sections that are lists of links, and the references, which stand at the end of the edition. */
const SECTIONS = new Set(['next', 'backlinks', 'topics-of', 'sources', 'related', 'lineage', 'history'])
/** Attributes that name ids of the same page. */
const NAMES = ['ariaLabelledBy', 'ariaDescribedBy', 'htmlFor', 'headers'] as const

/**
 * Returns the text of a page and the addresses of its styles.
 *
 * @param html The page.
 * @param id The id that its text gets, before which all its other ids begin.
 */
export function articleOf(html: string, id: string, addresses: Addresses) {
  const page = fromHtml(html)
  const styles: string[] = []
  let article: Element | undefined
  visit(page, 'element', (element) => {
    const { tagName, properties } = element
    if (tagName === 'link' && [properties.rel].flat().includes('stylesheet') && !properties.disabled)
      styles.push(String(properties.href))
    if (tagName === 'article') article ??= element
  })
  if (article === undefined) return { article: undefined, styles }
  leaveOut(article)
  visit(article, 'element', (element) => adapt(element, id, addresses))
  article.properties.id = id
  nameEndnotes(article, id)
  leaveOutBroken(article, id)
  return { article, styles }
}

/** Takes out of a tree what has no place on paper. */
function leaveOut(parent: Parents): void {
  parent.children = parent.children.filter((child) => !isLeftOut(child))
  for (const child of parent.children) if (child.type === 'element') leaveOut(child)
}

function isLeftOut(node: Nodes): boolean {
  if (node.type !== 'element') return false
  const { tagName, properties } = node
  // The table of the evidence is a menu of the page, and the map a page of its own.
  if (/^#evidence-table$|\.map\.html$/.test(String(properties.href))) return true
  if (ELEMENTS.has(tagName) || 'popover' in properties) return true
  if ([properties.className ?? []].flat().some((name) => CLASSES.has(name))) return true
  return tagName === 'section' && [properties.ariaLabelledBy ?? []].flat().some((name) => SECTIONS.has(name))
}

/** Gives the endnotes ids, to which the citations of the text lead. */
function nameEndnotes(article: Element, id: string): void {
  visit(article, 'element', (element, _, parent) => {
    const { tagName, properties } = element
    const { dataNote } = properties
    if (typeof dataNote === 'string') properties.href = `#${id}--note-${dataNote}`
    const isList = parent?.type === 'element' && [parent.properties.className].flat().includes('endnotes')
    if (!isList || tagName !== 'ol') return
    const items = element.children.filter((child) => child.type === 'element')
    for (const [index, item] of items.entries()) item.properties.id = `${id}--note-${index + 1}`
  })
}

/** Makes links to what was left out mere text. */
function leaveOutBroken(article: Element, id: string): void {
  const ids = new Set<unknown>()
  visit(article, 'element', ({ properties }) => void ids.add(properties.id))
  visit(article, 'element', ({ properties }) => {
    const { href } = properties
    if (typeof href === 'string' && href.startsWith(`#${id}--`) && !ids.has(decodeURI(href.slice(1))))
      delete properties.href
  })
}

/** Makes ids and links those of the edition. */
function adapt(element: Element, id: string, addresses: Addresses): void {
  const { properties, tagName } = element
  if (properties.id !== undefined) properties.id = `${id}--${properties.id}`
  for (const name of NAMES) {
    const named = [properties[name] ?? []].flat()
    if (named.length > 0) properties[name] = named.map((each) => `${id}--${each}`)
  }
  if (tagName === 'details') properties.open = true
  if (typeof properties.href === 'string') properties.href = linkOf(properties.href, id, addresses)
  if (typeof properties.src === 'string') properties.src = addresses.embedded(properties.src) ?? properties.src
  delete properties.srcSet
  delete properties.loading
}

function linkOf(href: string, id: string, { idOf, onTheWeb }: Addresses): string | undefined {
  if (href.startsWith('#')) return `#${id}--${href.slice(1)}`
  if (!href.startsWith('/') || href.startsWith('//')) return href
  const [address = '', fragment] = href.split('#')
  const inside = idOf(address)
  if (inside === undefined) return onTheWeb(href)
  return `#${inside}${fragment === undefined ? '' : `--${fragment}`}`
}
