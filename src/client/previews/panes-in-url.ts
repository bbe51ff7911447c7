/** What stands beside the page is in the page's address: `?beside=/notes/one/&beside=/notes/two/`, the newest last. */
import { isThisPage, isSitePage, type Address } from './links.ts'

/** The oldest give way. */
const MAX_PANES = 6

/** Where the panes lead, as the address of the page says; whatever in it is not a page of this site is passed over. */
export function panesInUrl(): URL[] {
  const given = new URLSearchParams(location.search).getAll('beside').filter((value) => value.startsWith('/'))
  const pages = given.flatMap((value) => URL.parse(value, location.origin) ?? []).filter(isSitePage)
  const byPath = new Map(pages.filter((url) => !isThisPage(url)).map((url) => [url.pathname, url]))
  return [...byPath.values()].slice(-MAX_PANES)
}

/** The address of this page with one more beside it, which comes last even if it was there. */
export const addressWithPane = (added: Address): string => addressWithPanes([...panesExcept(added), added])

export const addressWithoutPane = (removed: Address): string => addressWithPanes(panesExcept(removed))

const panesExcept = ({ pathname }: Address): Address[] => panesInUrl().filter((url) => url.pathname !== pathname)

function addressWithPanes(panes: readonly Address[]): string {
  const others = new URLSearchParams(location.search)
  others.delete('beside')
  const encoded = panes
    .slice(-MAX_PANES)
    .map(({ pathname, hash }) => `beside=${encodeURIComponent(pathname + hash).replaceAll('%2F', '/')}`)
  const query = [...(others.size > 0 ? [others.toString()] : []), ...encoded].join('&')
  return location.pathname + (query && `?${query}`) + location.hash
}
