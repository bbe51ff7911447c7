/**
 * This file tells the pages of this site from all other addresses. It is apart from the browser, so tests can run it.
 */

/** This is the part of an address that links and URLs have in common. */
export type Address = Pick<URL, 'origin' | 'pathname' | 'hash'>

/** This is where a site is: its origin, and the path that all its addresses begin with. */
export interface Place {
  readonly origin: string
  readonly base: string
}

/**
 * Matches what no path of a page holds. A path that begins with two slashes is the name of another host as soon as it
 * stands by itself, and browsers and servers take a backslash for a slash.
 */
const ODD = /\/\/|\\|%5c/i

/**
 * Tells whether an address is that of a page of a site. Pages end in a slash, or in the name of their file where the site
 * is opened from a disk; attachments are files of the writer.
 */
export const isPageOf = ({ origin, base }: Place, { origin: given, pathname }: Address): boolean =>
  given === origin &&
  pathname.startsWith(base) &&
  /\/(index\.html)?$/.test(pathname) &&
  !ODD.test(pathname) &&
  !pathname.startsWith(`${base}attachments/`)

/**
 * Returns a path at an origin as a whole URL. A bare path is never requested or linked, because the browser would
 * resolve it again and might then find another host in it.
 *
 * @example urlAt('https://example.org', '/notes/a/', '#b') // 'https://example.org/notes/a/#b'
 */
export const urlAt = (origin: string, pathname: string, rest: string): string => origin + pathname + rest
