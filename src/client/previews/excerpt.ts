/** What is shown of a page, or of a part of one, at a link to it. */
import { copy } from './copy.ts'
import { element } from '../element.ts'
import { isHere, partOf, type Address } from './links.ts'

export interface Excerpt {
  readonly label: string
  /** Of the page, or of the section where it is one of this page. */
  readonly title: string
  readonly content: readonly Element[]
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6'
const BLOCKS = 'p, li, tr, pre, figure, blockquote, dd, dt'
const NOT_SHOWN = `${HEADINGS}, .beside, .footnotes, section, [hidden]`
/** Blocks of text that are shown. */
const MOST = 2

/** @returns Undefined when the page is none of ours. */
export function excerptOf(page: Document, address: Address): Excerpt | undefined {
  const main = page.querySelector('#main')
  if (main === null) return undefined
  const id = partOf(address)
  const part = id === '' ? null : main.querySelector(`#${CSS.escape(id)}`)
  const text = (selector: string): string => main.querySelector(selector)?.textContent.trim() ?? ''
  const whole = { label: text('.head .label'), title: text('h1') }
  if (part === null) return { ...whole, content: opening(main, address) }
  const content = around(part, address)
  if (part.matches('.footnotes li')) return { label: `Footnote ${numberOf(part)}`, title: '', content }
  if (!isHere(address))
    return { ...whole, content: isHeading(part) ? [element('p', { class: 'part' }, words(part)), ...content] : content }
  return isHeading(part)
    ? { label: 'Section', title: words(part), content }
    : { label: 'On this page', title: '', content }
}

const isHeading = (part: Element): boolean => part.matches(HEADINGS)
const words = (part: Element): string => part.textContent.trim()
const numberOf = (item: Element): number => [...item.parentElement!.children].indexOf(item) + 1

/** What frames a page, and how its text begins. A page without a text is a list. */
function opening(main: Element, address: Address): Element[] {
  const frame = main.querySelectorAll('.head :is(.claim, .answer, .references, .balance)')
  const text = shown([...main.querySelectorAll('.lede, .prose > :not(.beside, .permalink)')], address)
  const items = [...main.querySelectorAll<HTMLAnchorElement>('li > a')].slice(0, 5)
  return [
    ...[...frame].map((each) => copy(each, address)),
    text.childElementCount > 0
      ? text
      : element('ul', { class: 'list' }, ...items.map((item) => element('li', {}, titleOf(item)))),
  ]
}

function titleOf({ textContent, pathname }: HTMLAnchorElement): HTMLAnchorElement {
  const link = element('a', { class: 'title-link' }, textContent.trim())
  link.href = pathname
  return link
}

/** The section that a heading begins, or the block in which something stands. */
function around(part: Element, address: Address): Element[] {
  if (isHeading(part)) return [shown(sectionOf(part), address)]
  const block = part.closest(BLOCKS) ?? part
  const made = copy(block, address)
  for (const each of made.querySelectorAll(`[data-id="${CSS.escape(part.id)}"]`)) each.classList.add('meant')
  return [element('div', { class: 'prose' }, ...(made.matches('li, tr, dd, dt') ? made.childNodes : [made]))]
}

/** What follows a heading, up to the next one that is not under it. */
function sectionOf(heading: Element): Element[] {
  const found: Element[] = []
  for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (isHeading(next) && next.localName <= heading.localName) break
    if (!next.matches('.beside, .permalink')) found.push(next)
  }
  return found
}

const shown = (blocks: readonly Element[], address: Address): HTMLElement =>
  element(
    'div',
    { class: 'prose' },
    ...blocks
      .filter((block) => !block.matches(NOT_SHOWN))
      .slice(0, MOST)
      .map((block) => copy(block, address)),
  )
