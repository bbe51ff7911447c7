/** This file tells which links have something to show, and where they lead. */
import { isPageOf, urlAt, type Address } from './page-address.ts'

export type { Address } from './page-address.ts'

const base = import.meta.env.BASE_URL

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
 * Returns the link that an event happened at, if it leads to a page or to a part of a page that can be shown. A link
 * in a preview is not one.
 */
export function previewableLinkAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link =
    target instanceof Element ? target.closest<HTMLAnchorElement>('#main a[href], .pane article a[href]') : null
  if (link === null || !isSitePage(link) || (isThisPage(link) && link.hash === '')) return undefined
  return link.closest('.preview') === null ? link : undefined
}

/**
 * Tells whether a tap on a link opens the sheet first and follows the link second. This holds for the links of an
 * essay to other pages and to footnotes.
 */
export const opensSheet = (link: HTMLAnchorElement): boolean =>
  link.matches('#main .prose a:not(.tag, .beside *)') && (!isThisPage(link) || 'footnoteRef' in link.dataset)

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
