/** What stands beside the page is in the page's address: `?beside=/notes/one/&beside=/notes/two/`, the newest last. */
import { isHere, isPage, type Address } from './links.ts'

/** The oldest give way. */
const MOST = 6

/** Where the panes lead, as the address of the page says; whatever in it is not a page of this site is passed over. */
export function panesInUrl(): URL[] {
  const given = new URLSearchParams(location.search).getAll('beside').filter((value) => value.startsWith('/'))
  const pages = given.flatMap((value) => URL.parse(value, location.origin) ?? []).filter(isPage)
  const each = new Map(pages.filter((url) => !isHere(url)).map((url) => [url.pathname, url]))
  return [...each.values()].slice(-MOST)
}

/** The address of this page with one more beside it, which comes last even if it was there. */
export const addressWithPane = (added: Address): string => addressOf([...without(added), added])

export const addressWithoutPane = (removed: Address): string => addressOf(without(removed))

const without = ({ pathname }: Address): Address[] => panesInUrl().filter((url) => url.pathname !== pathname)

function addressOf(beside: readonly Address[]): string {
  const others = new URLSearchParams(location.search)
  others.delete('beside')
  const ours = beside
    .slice(-MOST)
    .map(({ pathname, hash }) => `beside=${encodeURIComponent(pathname + hash).replaceAll('%2F', '/')}`)
  const query = [...(others.size > 0 ? [others.toString()] : []), ...ours].join('&')
  return location.pathname + (query && `?${query}`) + location.hash
}
