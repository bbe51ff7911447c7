/** What is shown of a page, or of a part of one, at a link to it. */
import { copyForThisPage } from './copy.ts'
import { element } from '../element.ts'
import { isThisPage, fragmentId, type Address } from './links.ts'

export interface Excerpt {
  readonly label: string
  /** Of the page, or of the section where it is one of this page. */
  readonly title: string
  readonly content: readonly Element[]
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6'
const BLOCKS = 'p, li, tr, pre, figure, blockquote, dd, dt'
const OMITTED = `${HEADINGS}, .beside, .footnotes, section, [hidden]`
/** Blocks of text that are shown. */
const MAX_BLOCKS = 2

/** @returns Undefined when the page is none of ours. */
export function excerptOf(page: Document, address: Address): Excerpt | undefined {
  const main = page.querySelector('#main')
  if (main === null) return undefined
  const id = fragmentId(address)
  const part = id === '' ? null : main.querySelector(`#${CSS.escape(id)}`)
  const text = (selector: string): string => main.querySelector(selector)?.textContent.trim() ?? ''
  const pageFacts = { label: text('.head .label'), title: text('h1') }
  if (part === null) return { ...pageFacts, content: openingOf(main, address) }
  const content = contextOf(part, address)
  if (part.matches('.footnotes li')) return { label: `Footnote ${numberOf(part)}`, title: '', content }
  if (!isThisPage(address))
    return {
      ...pageFacts,
      content: isHeading(part) ? [element('p', { class: 'part' }, textOf(part)), ...content] : content,
    }
  return isHeading(part)
    ? { label: 'Section', title: textOf(part), content }
    : { label: 'On this page', title: '', content }
}

const isHeading = (part: Element): boolean => part.matches(HEADINGS)
const textOf = (part: Element): string => part.textContent.trim()
const numberOf = (item: Element): number => [...item.parentElement!.children].indexOf(item) + 1

/** What frames a page, and how its text begins. A page without a text is a list. */
function openingOf(main: Element, address: Address): Element[] {
  const framing = main.querySelectorAll('.head :is(.claim, .answer, .references, .balance)')
  const text = firstBlocks([...main.querySelectorAll('.lede, .prose > :not(.beside, .permalink)')], address)
  const items = [...main.querySelectorAll<HTMLAnchorElement>('li > a')].slice(0, 5)
  return [
    ...[...framing].map((each) => copyForThisPage(each, address)),
    text.childElementCount > 0
      ? text
      : element('ul', { class: 'list' }, ...items.map((item) => element('li', {}, titleLink(item)))),
  ]
}

function titleLink({ textContent, pathname }: HTMLAnchorElement): HTMLAnchorElement {
  const link = element('a', { class: 'title-link' }, textContent.trim())
  link.href = pathname
  return link
}

/** The section that a heading begins, or the block in which something stands. */
function contextOf(part: Element, address: Address): Element[] {
  if (isHeading(part)) return [firstBlocks(sectionBlocks(part), address)]
  const block = part.closest(BLOCKS) ?? part
  const copied = copyForThisPage(block, address)
  for (const each of copied.querySelectorAll(`[data-id="${CSS.escape(part.id)}"]`)) each.classList.add('meant')
  return [element('div', { class: 'prose' }, ...(copied.matches('li, tr, dd, dt') ? copied.childNodes : [copied]))]
}

/** What follows a heading, up to the next one that is not under it. */
function sectionBlocks(heading: Element): Element[] {
  const found: Element[] = []
  for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (isHeading(next) && next.localName <= heading.localName) break
    if (!next.matches('.beside, .permalink')) found.push(next)
  }
  return found
}

const firstBlocks = (blocks: readonly Element[], address: Address): HTMLElement =>
  element(
    'div',
    { class: 'prose' },
    ...blocks
      .filter((block) => !block.matches(OMITTED))
      .slice(0, MAX_BLOCKS)
      .map((block) => copyForThisPage(block, address)),
  )
