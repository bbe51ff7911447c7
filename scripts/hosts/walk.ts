/** Walks a site by requests: every link, fragment and file that a page or a style names. */
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

/** What was found on the way. */
export interface Walked {
  /** The addresses of all pages. */
  readonly pages: readonly string[]
  /** The number of other files. */
  readonly files: number
  readonly links: number
  readonly fragments: number
  /** What is broken, each with the page that names it. */
  readonly broken: readonly string[]
}

/** The attributes that name files and pages. */
const ATTRIBUTES = ['href', 'src', 'poster', 'data'] as const
/** Relations of links that are names and no files. */
const NAMES = new Set(['cite-as', 'license', 'author', 'type'])

/** Walks the site that begins at an address. Only what is below it is asked for. */
export async function walk(start: string): Promise<Walked> {
  const found = new Map<string, ReadonlySet<string> | undefined>()
  const named: { from: string; to: URL }[] = []
  const broken: string[] = []
  const queue: [url: string, from: string][] = [start, ...OTHERS.map((name) => start + name)].map((url) => [url, ''])
  const seen = new Set(queue.map(([url]) => url))
  for (const [url, from] of queue) {
    const response = await fetch(url, { redirect: 'manual' })
    const type = response.headers.get('content-type') ?? ''
    const text = await response.text()
    if (response.status !== 200 || type.startsWith('application/octet-stream'))
      broken.push(`${url} (${response.status} ${type}), from ${from}`)
    for (const line of wrongHeaders(url.slice(start.length), response.headers)) broken.push(`${url}: ${line}`)
    const { ids, links } = read(text, type, url)
    found.set(url, ids)
    for (const to of links) {
      if (!to.href.startsWith(start)) continue
      named.push({ from: url, to })
      const [address = ''] = to.href.split('#')
      if (!seen.has(address)) queue.push([address, url])
      seen.add(address)
    }
  }
  broken.push(...(await wrongAnswers(start)))
  const withFragment = named.filter(({ to }) => to.hash !== '' && !to.hash.startsWith('#:~:'))
  for (const { from, to } of withFragment) {
    const [address = ''] = to.href.split('#')
    if (found.get(address)?.has(decodeURIComponent(to.hash.slice(1))) === false) broken.push(`${to.href}, from ${from}`)
  }
  const pages = [...found].flatMap(([url, ids]) => (ids === undefined ? [] : [url]))
  return { pages, files: found.size - pages.length, links: named.length, fragments: withFragment.length, broken }
}

/** Files that no page links to. */
const OTHERS = ['sitemap.xml', 'linkset.json', 'llms.txt']

/** Asks for what is not as it is written, and says which answers are not as they should be. */
async function wrongAnswers(start: string): Promise<string[]> {
  const expected: readonly (readonly [path: string, status: number, location?: string])[] = [
    ['no/such/page/', 404],
    ['_headers', 404],
    ['.htaccess', 404],
    ['notes', 301, `${start}notes/`],
  ]
  const wrong: string[] = []
  for (const [path, status, location] of expected) {
    const response = await fetch(start + path, { redirect: 'manual' })
    const to = response.headers.get('location')
    // Caddy redirects for as long as it likes to, and tells browsers so (308).
    const isRight = response.status === status || (status === 301 && response.status === 308)
    if (!isRight || (location && (to === null || new URL(to, start).href !== location)))
      wrong.push(`${start}${path} (${response.status} ${to ?? ''})`)
    if (status === 404 && !(await response.text()).includes('id="found"')) wrong.push(`${start}${path} has no page`)
    for (const line of wrongHeaders(path, response.headers)) if (status === 404) wrong.push(`${path}: ${line}`)
  }
  return wrong
}

/** Says which headers are not as they should be. */
function wrongHeaders(path: string, headers: Headers): string[] {
  const cache = path.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  const expected: readonly (readonly [string, string])[] = [
    ['cache-control', cache],
    ['x-content-type-options', 'nosniff'],
    ['content-security-policy', "frame-ancestors 'self'"],
  ]
  return expected.flatMap(([name, value]) =>
    headers.get(name) === value ? [] : [`${name} is ${headers.get(name) ?? 'missing'}`],
  )
}

/** Reads the ids of a page, and the addresses that a page, a style or a map of the site names. */
export function read(text: string, type: string, url: string): { ids?: ReadonlySet<string>; links: URL[] } {
  if (type.startsWith('text/css'))
    return { links: [...text.matchAll(/url\(["']?([^"')]+)/g)].flatMap(([, href]) => absolute(href!, url)) }
  if (url.endsWith('sitemap.xml'))
    return { links: [...text.matchAll(/<loc>([^<]+)/g)].flatMap(([, href]) => absolute(href!, url)) }
  if (!type.startsWith('text/html')) return { links: [] }
  const [ids, links] = [new Set(['', 'top']), [] as URL[]]
  visit(fromHtml(text), 'element', ({ properties, tagName }: Element) => {
    if (typeof properties.id === 'string') ids.add(properties.id)
    if (tagName === 'link' && [properties.rel].flat().some((rel) => NAMES.has(String(rel)))) return
    const hrefs = [
      ...ATTRIBUTES.map((name) => properties[name]),
      ...[properties.srcSet ?? []]
        .flat()
        .flatMap((each) => each.split(/,\s+/))
        .map((each) => each.trim().split(/\s/)[0]),
    ]
    for (const href of hrefs) if (typeof href === 'string') links.push(...absolute(href, url))
  })
  return { ids, links }
}

const absolute = (href: string, from: string): URL[] => (URL.canParse(href, from) ? [new URL(href, from)] : [])
