/**
 * This script runs on the page for what is not found. Where the address was only written in another way, it goes to the
 * page. Otherwise it searches for the words of the address and offers what it finds.
 */
import { meantAddress, wordsOfAddress } from './meant-address.ts'
import { base } from './base.ts'
import { SearchSession } from './search/session.ts'

const found = document.querySelector<HTMLElement>('#found')!
const meant = meantAddress(location.pathname, base)
const query = wordsOfAddress(meant, base)

void follow()

/** Goes to the page that was meant where there is one, and otherwise offers what a search finds. */
async function follow(): Promise<void> {
  if (location.pathname === `${base}404.html`) return
  if (meant !== location.pathname && (await exists(meant))) location.replace(meant + location.search + location.hash)
  else if (query !== '') await offer()
}

/** Tells whether there is a page at an address. */
async function exists(address: string): Promise<boolean> {
  return fetch(address, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** Shows what a search for the words of the address finds. Nothing is shown where it finds nothing. */
async function offer(): Promise<void> {
  document.querySelector<HTMLInputElement>('main input[name=q]')!.value = query
  const part = (name: string): HTMLElement => found.querySelector<HTMLElement>(name)!
  const session = new SearchSession(part('.results'), part('.state'), 'links')
  await session.search({ q: query, filters: {}, sort: 'relevance' }, 0)
  found.hidden = session.total === 0
}
