/** Walks a site that lies on a disk: every link, fragment and file that a page or a style names. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { read, type Walked } from './walk.ts'

/**
 * Walks the site that begins at a file.
 *
 * @param start The address of the first page, which begins with `file:`.
 */
export function walkFolder(start: string): Walked {
  const found = new Map<string, ReadonlySet<string> | undefined>()
  const named: { from: string; to: URL }[] = []
  const broken: string[] = []
  const queue: [url: string, from: string][] = [[start, '']]
  const seen = new Set([start])
  for (const [url, from] of queue) {
    const file = fileURLToPath(url)
    if (!existsSync(file) || !statSync(file).isFile()) {
      broken.push(`${url}, from ${from}`)
      continue
    }
    const { ids, links } = read(readFileSync(file, 'utf8'), typeOf(file), url)
    found.set(url, ids)
    for (const to of links.filter(({ protocol }) => protocol === 'file:')) {
      named.push({ from: url, to })
      const address = to.href.replace(/[?#].*$/s, '')
      if (!seen.has(address)) queue.push([address, url])
      seen.add(address)
    }
  }
  const withFragment = named.filter(({ to }) => to.hash !== '' && !to.hash.startsWith('#:~:'))
  for (const { from, to } of withFragment) {
    const ids = found.get(to.href.replace(/[?#].*$/s, ''))
    if (ids?.has(decodeURIComponent(to.hash.slice(1))) === false) broken.push(`${to.href}, from ${from}`)
  }
  const pages = [...found].flatMap(([url, ids]) => (ids === undefined ? [] : [url]))
  return { pages, files: found.size - pages.length, links: named.length, fragments: withFragment.length, broken }
}

const typeOf = (file: string): string =>
  file.endsWith('.html') ? 'text/html' : file.endsWith('.css') ? 'text/css' : ''
