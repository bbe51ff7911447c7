import type { SitePath } from '../corpus/vocabulary.ts'

/**
 * Returns the path of a page or file in the folder of the site, decoded and without a slash at the beginning. A page is
 * the file `index.html` of its folder. Throws a `URIError` when the address is not encoded correctly.
 *
 * @example outputPath('/notes/a/') // 'notes/a/index.html'
 * @example outputPath('/notes/a.md') // 'notes/a.md'
 */
export const outputPath = (address: SitePath): string =>
  decodeURI(address).slice(1) + (address.endsWith('/') ? 'index.html' : '')
