/** This file tells which links have something to show, and where they lead. */
import { base } from '../base.ts'
import { isPageOf, urlAt, type Address } from './page-address.ts'

export type { Address } from './page-address.ts'

/** A `Link` is a link of HTML, or one of a drawing, which is given the address that links of HTML have by themselves. */
export type Link = (HTMLAnchorElement | SVGAElement) & Address

/** Tells whether an address is that of a page of this site. */
export const isSitePage = (address: Address): boolean => isPageOf({ origin: location.origin, base }, address)

/**
 * Returns what is requested or linked for an address: a whole URL, which is on this site whatever the path is.
 *
 * @param rest What follows the path: the query and the fragment, with their marks. By default there is neither.
 */
export const urlOf = ({ pathname }: Pick<Address, 'pathname'>, rest = ''): string =>
  urlAt(location.origin, pathname, rest)

/** Tells whether an address is on this page. */
export const isThisPage = ({ pathname }: Address): boolean => pathname === location.pathname

/**
 * Returns the link that an event happened at, if it leads to a page or to a part of a page that can be shown: to
 * another page, or to a footnote or a block of this one. The sections of this page are in view or one step away, and a
 * link in a preview has nothing more to show.
 */
export function previewableLinkAt(target: EventTarget | null): Link | undefined {
  const link = target instanceof Element ? target.closest<Link>('#main a[href], .pane article a[href]') : null
  if (link instanceof SVGAElement) {
    const { origin, pathname, hash } = new URL(link.getAttribute('href')!, location.href)
    Object.assign(link, { origin, pathname, hash })
  }
  if (link === null || !isSitePage(link) || isOwnSection(link)) return undefined
  return link.closest('.preview') === null ? link : undefined
}

/** Tells whether an address is that of this page or of one of its sections, and not of a place in its text. */
const isOwnSection = (address: Address): boolean =>
  isThisPage(address) &&
  document.getElementById(fragmentId(address))?.matches('.prose :not(h1, h2, h3, h4, h5, h6)') !== true

/** Matches the links of an essay, and the marks of its field. */
export const SHEET_LINKS = '#main :is(.prose, .field) a'

/**
 * Tells whether a tap on a link opens the sheet first and follows the link second. This holds for the links of an
 * essay, and of its field, to other pages and to footnotes.
 */
export const opensSheet = (link: Link): boolean =>
  link.matches(`${SHEET_LINKS}:not(.tag, .beside *)`) && (!isThisPage(link) || 'footnoteRef' in link.dataset)

/** Tells whether a click on a link opens the page beside this one. This holds for the marks of an essay's own field. */
export const opensPane = (link: Link): boolean => link.matches('#main .field a') && !isThisPage(link)

/**
 * Tells whether a click is a plain one, without a modifier key or another button. Any other click is left to the
 * browser.
 */
export const isPlainClick = (event: MouseEvent): boolean =>
  !(event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented)

/**
 * Returns the id that the fragment of an address names, or an empty string. What follows `:~:` is left out: it says
 * which words the browser marks.
 */
export function fragmentId({ hash }: Address): string {
  const id = hash.slice(1).replace(/:~:.*$/s, '')
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
