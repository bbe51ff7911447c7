/**
 * This file reads and writes the panes in the address of the page: `?beside=/notes/one/&beside=/notes/two/`, the
 * newest last.
 */
import { isThisPage, isSitePage, urlOf, type Address } from './links.ts'

/** This is the greatest number of panes. The oldest ones give way to newer ones. */
const MAX_PANES = 6

/**
 * Returns the addresses of the panes that the address of this page names. Whatever is not a page of this site is
 * ignored, and so is this page.
 */
export function panesInUrl(): URL[] {
  const given = new URLSearchParams(location.search).getAll('beside').filter((value) => value.startsWith('/'))
  const pages = given.flatMap((value) => URL.parse(value, location.origin) ?? []).filter(isSitePage)
  const byPath = new Map(pages.filter((url) => !isThisPage(url)).map((url) => [url.pathname, url]))
  return [...byPath.values()].slice(-MAX_PANES)
}

/**
 * Returns the address of this page with one more pane. The pane comes last even if it was open already.
 *
 * @example
 * addressWithPane({ origin, pathname: '/notes/b/', hash: '' })
 * // 'https://example.org/inquiries/a/?beside=/notes/b/'
 */
export const addressWithPane = (added: Address): string => addressWithPanes([...panesExcept(added), added])

/** Returns the address of this page with one pane less. */
export const addressWithoutPane = (removed: Address): string => addressWithPanes(panesExcept(removed))

/** Returns the panes in the address, without the one at a path. */
const panesExcept = ({ pathname }: Address): Address[] => panesInUrl().filter((url) => url.pathname !== pathname)

/** Returns the address of this page with exactly these panes. Other parameters of the query stay as they are. */
function addressWithPanes(panes: readonly Address[]): string {
  const others = new URLSearchParams(location.search)
  others.delete('beside')
  const encoded = panes
    .slice(-MAX_PANES)
    .map(({ pathname, hash }) => `beside=${encodeURIComponent(pathname + hash).replaceAll('%2F', '/')}`)
  const query = [...(others.size > 0 ? [others.toString()] : []), ...encoded].join('&')
  return urlOf(location, (query && `?${query}`) + location.hash)
}
