/** This file reads what was meant from an address that leads nowhere. */

/** The parts of addresses that say what kind of page is there, and nothing of what it is about. */
const SECTIONS = new Set(['inquiries', 'notes', 'pages', 'sources', 'topics', 'canvas', 'bases', 'index'])

/**
 * Writes a path in the one way in which the addresses of pages are written: in small letters, with hyphens between
 * words, without an extension, and with a slash at its end.
 *
 * @param path The path of an address, as it was asked for.
 * @param base The path of the site, which stays as it is.
 * @example meantAddress('/g/Notes/Old_Name.html', '/g/') // '/g/notes/old-name/'
 */
export function meantAddress(path: string, base: string): string {
  if (!path.startsWith(base)) return path
  const segments = decoded(path.slice(base.length))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:(?<=^|\/)index)?\.(?:html?|md|php|aspx?)$/, '')
    .split('/')
    .map((segment) => segment.trim().replace(/[\s._]+/g, '-'))
    .filter((segment) => segment !== '')
  return base + segments.map((segment) => `${encodeURIComponent(segment)}/`).join('')
}

/**
 * Gives the words of an address, for a search.
 *
 * @example wordsOfAddress('/g/notes/old-name/', '/g/') // 'old name'
 */
export function wordsOfAddress(path: string, base: string): string {
  const segments = decoded(path.slice(base.length)).split('/')
  return segments
    .filter((segment) => !SECTIONS.has(segment))
    .join(' ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
