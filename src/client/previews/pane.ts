/** One note beside the essay: its page without what belongs to the page around it, under a bar of its own. */
import { addStylesOf, copyForThisPage } from './copy.ts'
import { element } from '../element.ts'
import { fragmentId, type Address } from './links.ts'

/** Pixels that stay over a part that is scrolled to: of the bar, and some air. */
const MARGIN = 80

/** @returns Undefined when the page is none of ours. */
export function renderPane(page: Document | undefined, at: URL): HTMLElement | undefined {
  const text = page?.querySelector('#main > article') ?? page?.querySelector('#main')
  if (page === undefined || text == null) return undefined
  addStylesOf(page)
  const article = element('article', {}, ...copyForThisPage(text, at).childNodes)
  lowerHeadings(article)
  const heading = article.querySelector('h2')
  heading?.setAttribute('tabindex', '-1')
  const title = heading?.textContent.trim() ?? ''
  const link = element('a', {}, 'Open as page')
  link.href = at.pathname
  const bar = element('p', { class: 'pane-bar' }, link, renderButton('close', 'Close'))
  const pane = element('section', { class: 'pane' }, bar, renderButton('spine', title), article)
  pane.ariaLabel = title
  pane.dataset['at'] = at.pathname
  return pane
}

function renderButton(className: string, words: string): HTMLButtonElement {
  const created = element('button', { class: className }, words)
  created.type = 'button'
  return created
}

/** The page has its first heading already. */
function lowerHeadings(article: HTMLElement): void {
  for (const heading of article.querySelectorAll('h1, h2, h3, h4, h5')) {
    const lower = document.createElement(`h${Number(heading.localName[1]) + 1}`)
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value)
    lower.append(...heading.childNodes)
    heading.replaceWith(lower)
  }
}

export const paneHeading = (pane: HTMLElement): HTMLElement => pane.querySelector('h2') ?? pane

/** Scrolls to the part that an address means, as the browser does in a page of its own. */
export function scrollToFragment(pane: HTMLElement, at: Address): void {
  const part = at.hash === '' ? null : pane.querySelector(`[data-id="${CSS.escape(fragmentId(at))}"]`)
  for (const each of pane.querySelectorAll('.meant')) each.classList.remove('meant')
  part?.classList.add('meant')
  if (part !== null) pane.scrollTop += part.getBoundingClientRect().top - pane.getBoundingClientRect().top - MARGIN
}

/** The way to the whole page. */
export const pageLink = (pane: HTMLElement): HTMLAnchorElement => pane.querySelector('a')!
