/**
 * This file renders a pane: the page of one note next to the text, without what belongs to the page around it, under
 * a bar of its own.
 */
import { addStylesOf, copyForThisPage } from './copy.ts'
import { element } from '../element.ts'
import { fragmentId, urlOf, type Address } from './links.ts'
import { words } from '../words.ts'

/**
 * This is the distance in pixels between the top of a pane and a part that is scrolled to: the height of the bar and
 * some space.
 */
const MARGIN = 80

/**
 * Renders a page as a pane.
 *
 * @param page The document of the page, if it could be fetched.
 * @param at The address of the page.
 * @returns The pane, or undefined when there is no page of this site to show.
 */
export function renderPane(page: Document | undefined, at: URL): HTMLElement | undefined {
  const text = page?.querySelector('#main > article') ?? page?.querySelector('#main')
  if (page === undefined || text == null) return undefined
  addStylesOf(page)
  const article = element('article', {}, ...copyForThisPage(text, at).childNodes)
  lowerHeadings(article)
  const heading = article.querySelector('h2')
  heading?.setAttribute('tabindex', '-1')
  const title = heading?.textContent.trim() ?? ''
  const link = element('a', {}, words().previews.openAsPage)
  link.href = urlOf(at)
  const bar = element('p', { class: 'pane-bar' }, link, renderButton('close', words().close))
  const pane = element('section', { class: 'pane' }, bar, renderButton('spine', title), article)
  pane.ariaLabel = title
  pane.dataset['at'] = at.pathname
  return pane
}

/** Renders a button of a pane. */
function renderButton(className: string, words: string): HTMLButtonElement {
  const created = element('button', { class: className }, words)
  created.type = 'button'
  return created
}

/** Lowers every heading by one level, because the page around the pane has its own first heading. */
function lowerHeadings(article: HTMLElement): void {
  for (const heading of article.querySelectorAll('h1, h2, h3, h4, h5')) {
    const lower = document.createElement(`h${Number(heading.localName[1]) + 1}`)
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value)
    lower.append(...heading.childNodes)
    heading.replaceWith(lower)
  }
}

/** Returns the heading of a pane, which takes the focus, or the pane if it has none. */
export const paneHeading = (pane: HTMLElement): HTMLElement => pane.querySelector('h2') ?? pane

/**
 * Scrolls a pane to the element that the fragment of an address names and marks it, as the browser does on the page
 * itself.
 */
export function scrollToFragment(pane: HTMLElement, at: Address): void {
  const part = at.hash === '' ? null : pane.querySelector(`[data-id="${CSS.escape(fragmentId(at))}"]`)
  for (const each of pane.querySelectorAll('.meant')) each.classList.remove('meant')
  part?.classList.add('meant')
  if (part !== null) pane.scrollTop += part.getBoundingClientRect().top - pane.getBoundingClientRect().top - MARGIN
}

/** Returns the link of a pane to its page. */
export const pageLink = (pane: HTMLElement): HTMLAnchorElement => pane.querySelector('a')!
