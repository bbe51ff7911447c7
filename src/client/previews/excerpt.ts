/** This file takes the excerpt from a page, or from a part of one, that is shown at a link to it. */
import { copyForThisPage } from './copy.ts'
import { element } from '../element.ts'
import { isThisPage, fragmentId, urlOf, type Address } from './links.ts'
import { words } from '../words.ts'

/** This is what is shown of a page or of a part of it. */
export interface Excerpt {
  /** This is what kind of thing is shown, such as `Note` or `Footnote 2`. */
  readonly label: string
  /**
   * This is the title of the page. It is empty for a footnote and for a block on this page.
   */
  readonly title: string
  /** This is the text, as elements that can stand in this page. */
  readonly content: readonly Element[]
  /** This is true for a footnote. */
  readonly isFootnote?: true
}

/** These are the headings of a text. */
const HEADINGS = 'h1, h2, h3, h4, h5, h6'
/** These are the blocks that are shown around an element that a link leads to. */
const BLOCKS = 'p, li, tr, pre, figure, blockquote, dd, dt'
/** These are the elements of a text that no excerpt shows. */
const OMITTED = `${HEADINGS}, .permalink, section`
/** This is the number of blocks of text that an excerpt shows. */
const MAX_BLOCKS = 2

/**
 * Takes the excerpt that an address means: a footnote, a section, the block around an element, or the opening of the
 * page.
 *
 * @param page The document at the address.
 * @returns The excerpt, or undefined when the document is not a page of this site.
 */
export function excerptOf(page: Document, address: Address): Excerpt | undefined {
  const main = page.querySelector('#main')
  if (main === null) return undefined
  const id = fragmentId(address)
  const part = id === '' ? null : main.querySelector(`#${CSS.escape(id)}`)
  const { footnote, onThisPage } = words().previews
  const text = (selector: string): string => main.querySelector(selector)?.textContent.trim() ?? ''
  const pageFacts = { label: text('.head .label'), title: text('h1') }
  if (part === null) return { ...pageFacts, content: openingOf(main, address) }
  const content = contextOf(part, address)
  if (part.matches('.footnotes li'))
    return { label: footnote(String(numberOf(part))), title: '', content, isFootnote: true }
  if (!isThisPage(address))
    return {
      ...pageFacts,
      content: isHeading(part) ? [element('p', { class: 'part' }, textOf(part)), ...content] : content,
    }
  return { label: onThisPage, title: '', content }
}

const isHeading = (part: Element): boolean => part.matches(HEADINGS)
const textOf = (part: Element): string => part.textContent.trim()
/** Returns the number of a footnote, counted from 1. */
const numberOf = (item: Element): number => [...item.parentElement!.children].indexOf(item) + 1

/**
 * Returns what frames a page, such as its claim or answer, and the first blocks of its text. A page without a text is
 * a list, of which the first five links are shown.
 */
function openingOf(main: Element, address: Address): Element[] {
  const framing = main.querySelectorAll('.head :is(.claim, .answer, .references, .files, .field, .balance)')
  const text = firstBlocks([...main.querySelectorAll('.lede, .prose > *')], address)
  const items = [...main.querySelectorAll<HTMLAnchorElement>('li > a')].slice(0, 5)
  return [
    ...[...framing].map((each) => copyForThisPage(each, address)),
    text.childElementCount > 0
      ? text
      : element('ul', { class: 'list' }, ...items.map((item) => element('li', {}, titleLink(item)))),
  ]
}

/** Returns a link to a page with the text of another link to it. */
function titleLink(original: HTMLAnchorElement): HTMLAnchorElement {
  const link = element('a', { class: 'title-link' }, original.textContent.trim())
  link.href = urlOf(original)
  return link
}

/**
 * Returns the beginning of the section under a heading, or the block that contains an element, in which the element
 * is marked.
 */
function contextOf(part: Element, address: Address): Element[] {
  if (isHeading(part)) return [firstBlocks(sectionBlocks(part), address)]
  const block = part.closest(BLOCKS) ?? part
  const copied = copyForThisPage(block, address)
  for (const each of copied.querySelectorAll(`[data-id="${CSS.escape(part.id)}"]`)) each.classList.add('meant')
  return [element('div', { class: 'prose' }, ...(copied.matches('li, tr, dd, dt') ? copied.childNodes : [copied]))]
}

/** Returns the elements that follow a heading, up to the next heading of the same level or a higher one. */
function sectionBlocks(heading: Element): Element[] {
  const found: Element[] = []
  for (
    let next = (heading.closest('.cited') ?? heading).nextElementSibling;
    next !== null;
    next = next.nextElementSibling
  ) {
    if (isHeading(next) && next.localName <= heading.localName) break
    found.push(next)
  }
  return found
}

/** Copies the first blocks of a text into an element. */
const firstBlocks = (blocks: readonly Element[], address: Address): HTMLElement =>
  element(
    'div',
    { class: 'prose' },
    ...blocks
      .filter((block) => !block.matches(OMITTED))
      .slice(0, MAX_BLOCKS)
      .map((block) => copyForThisPage(block, address)),
  )
