/** This file knows the addresses at which nothing is any more, since `npm run refresh -- --links` asked for them. */
import type { DeadLink, LinkChecks, WorkUpdates } from '../model/updates.ts'

/**
 * Gives the address to ask for where a link leads to the web: without its fragment, which no server is told. It is
 * undefined for any other link, and for one that holds a password.
 *
 * @example
 * webAddress('https://Example.org/a#b') // 'https://example.org/a'
 */
export function webAddress(href: string): string | undefined {
  const written = href.startsWith('//') ? `https:${href}` : href
  if (!/^https?:/i.test(written) || !URL.canParse(written)) return undefined
  const url = new URL(written)
  if (url.username !== '' || url.password !== '') return undefined
  url.hash = ''
  return url.href
}

/** Gives the dead link at an address. It is undefined where something is there, or nobody asked. */
export function deadLinkAt({ deadLinks }: WorkUpdates, href: string): DeadLink | undefined {
  const address = deadLinks && webAddress(href)
  return address === undefined ? undefined : deadLinks!.get(address)
}

/** Gives the dead ones of the addresses that were asked for. There is no field where there are none. */
export function deadLinksIn(links: LinkChecks = {}): Pick<WorkUpdates, 'deadLinks'> {
  const dead = Object.entries(links).flatMap(([address, { dead: since, capture }]) =>
    since === undefined ? [] : [[address, { since, ...(capture && { capture }) }] as const],
  )
  return dead.length === 0 ? {} : { deadLinks: new Map(dead) }
}
