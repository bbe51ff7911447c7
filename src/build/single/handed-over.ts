/** Writes the scripts that hand a file over to the pages of a copy, which may not fetch it; see `src/client/on-disk.ts`. */
import { extname } from 'node:path'
import { edited, type PageLinks } from './link-edits.ts'
import { pathInCopy } from './paths.ts'

/** The folder of these scripts. */
export const FILES = '_files'

/** Stands for the path of the copy, which nobody knows before it is opened. No page has this character. */
const PLACE = '\u0001'

/** The media types of texts. What has no type here is bytes. */
const TEXTS: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.bib': 'text/plain',
  '.ris': 'text/plain',
  '.md': 'text/plain',
}

/** Returns the script that hands a file over. */
export function scriptOfFile(name: string, bytes: Buffer): string {
  const type = TEXTS[extname(name)]
  const content = type === undefined ? bytes.toString('base64') : bytes.toString()
  return call(type ?? 'application/octet-stream', content, ...(type === undefined ? [true] : []))
}

/**
 * Returns the script that hands a page over: its styles and its text, which are all that other pages show of it.
 *
 * @param base The path that all addresses of the site begin with.
 */
export function scriptOfPage(html: string, { edits, shown }: PageLinks, base: string): string {
  const href = (address: string): string => PLACE + pathInCopy(address, base)
  return call('text/html', `<!doctype html>${shown.map((part) => edited(html, edits, href, part)).join('')}`)
}

const call = (...file: readonly (string | boolean)[]): string =>
  `handOver(${file.map((each) => JSON.stringify(each)).join(',')})\n`
