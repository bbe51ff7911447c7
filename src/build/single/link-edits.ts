/**
 * Reads what a page of a site names: the addresses in it, where they are in its text, and what a copy on a disk has
 * otherwise. Only these places of a page change in a copy; every other byte stays.
 */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from '../../corpus/walk.ts'
import { escapeHtml } from '../../corpus/escape-html.ts'

/** A piece of the text of a page that a copy has otherwise. */
export interface Edit {
  /** The offsets where the piece begins and ends. */
  readonly start: number
  readonly end: number
  /** Returns what stands there, given what to write for an address. */
  readonly text: (href: (address: string) => string) => string
}

/** What a page names. */
export interface PageLinks {
  readonly edits: readonly Edit[]
  /** The addresses of the scripts that are modules. */
  readonly modules: readonly string[]
  /** The addresses of files that scripts of the page fetch. */
  readonly fetched: readonly string[]
  /** The offsets of the parts of the page that scripts of other pages show: its styles, and last what is in it. */
  readonly shown: readonly (readonly [start: number, end: number])[]
}

/** The attributes that hold one address, as hast names them, with their names in HTML. */
const ADDRESSES = {
  ...{ href: 'href', src: 'src', poster: 'poster', data: 'data', action: 'action' },
  ...{ dataCopy: 'data-copy', dataIndex: 'data-index', dataList: 'data-list', xLinkHref: 'xlink:href' },
} as const
/** The attributes whose files are fetched by scripts. */
const FETCHED = ['dataCopy', 'dataIndex'] as const
/** What the head of a page links to for servers, and for files that a page of a disk may not fetch. */
const LEFT_OUT = new Set(['preload', 'modulepreload', 'manifest', 'search'])
/** What the policy of a page says of its own site. A file of a disk is of no site. */
const OWN = /'self'/g

/**
 * Reads a page.
 *
 * @param base The path that all addresses of the site begin with.
 */
export function linksIn(html: string, base: string): PageLinks {
  const page = new PageReader(base)
  const tree: Root = fromHtml(html, { verbose: true })
  visit(tree, 'element', (element) => page.read(element))
  page.begin()
  page.edits.sort((one, other) => one.start - other.start)
  return page
}

class PageReader implements PageLinks {
  readonly edits: Edit[] = []
  readonly modules: string[] = []
  readonly fetched: string[] = []
  readonly shown: [number, number][] = []
  readonly #base: string
  /** The offset of the first title, before which scripts may stand. A drawing may have a title too. */
  #title: number | undefined
  /** The offset at which attributes of the page itself may stand. */
  #root = 0

  constructor(base: string) {
    this.#base = base
  }

  read(element: Element): void {
    const { tagName, properties } = element
    const [start, end] = offsetsOf(element.position)
    const relations = [properties.rel].flat().map(String)
    if (tagName === 'html') this.#root = start + '<html'.length
    if (tagName === 'title') this.#title ??= start
    if (tagName === 'link' && relations.some((rel) => LEFT_OUT.has(rel))) {
      this.edits.push({ start, end, text: () => '' })
      return
    }
    if (tagName === 'main' || (tagName === 'link' && relations.includes('stylesheet'))) this.shown.push([start, end])
    if (tagName === 'meta') this.#readMeta(element)
    if (tagName === 'script' && properties.type === 'module' && typeof properties.src === 'string') {
      this.modules.push(properties.src)
      this.#edit(element, 'type', () => 'defer')
    }
    for (const name of FETCHED) if (typeof properties[name] === 'string') this.fetched.push(properties[name])
    this.#readAddresses(element)
  }

  /** Has a page with scripts begin with that of the copy, and say where the copy is. */
  begin(): void {
    if (this.modules.length === 0) return
    this.#insert(this.#root, (href) => ` data-place="${folderOf(href(this.#base + ON_DISK))}"`)
    this.#insert(this.#title ?? 0, (href) => `<script defer src="${escapeHtml(href(this.#base + ON_DISK))}"></script>`)
  }

  #readAddresses(element: Element): void {
    const { properties } = element
    for (const [name, inHtml] of Object.entries(ADDRESSES)) {
      const address = properties[name]
      if (typeof address === 'string' && this.#isOwn(address))
        this.#edit(element, name, (href) => `${inHtml}="${escapeHtml(href(address))}"`)
    }
    if (typeof properties.srcSet === 'string' || Array.isArray(properties.srcSet)) {
      const sources = [properties.srcSet].flat().map(String)
      this.#edit(
        element,
        'srcSet',
        (href) => `srcset="${escapeHtml(sources.map((each) => this.#source(each, href)).join(', '))}"`,
      )
    }
  }

  #readMeta(element: Element): void {
    const { httpEquiv, content } = element.properties
    const kind = [httpEquiv].flat().join('').toLowerCase()
    if (typeof content !== 'string') return
    const [, before = '', address = ''] = /^(.*?url=)(.*)$/i.exec(content) ?? []
    if (kind === 'content-security-policy')
      this.#edit(element, 'content', () => `content="${escapeHtml(content.replace(OWN, "'self' file:"))}"`)
    if (kind === 'refresh' && this.#isOwn(address))
      this.#edit(element, 'content', (href) => `content="${escapeHtml(before + href(address))}"`)
  }

  /** Tells whether an address is a path of the site. A path that begins with two slashes names another host. */
  #isOwn(address: string): boolean {
    return address.startsWith(this.#base) && !/^\/[/\\]/.test(address)
  }

  #source(candidate: string, href: (address: string) => string): string {
    const [address = '', ...size] = candidate.trim().split(/\s+/)
    return [this.#isOwn(address) ? href(address) : address, ...size].join(' ')
  }

  #insert(at: number, text: Edit['text']): void {
    this.edits.push({ start: at, end: at, text })
  }

  #edit({ data }: Element, attribute: string, text: Edit['text']): void {
    const [start, end] = offsetsOf(data?.position.properties?.[attribute])
    if (end > 0) this.edits.push({ start, end, text })
  }
}

/** The script that every page of a copy begins with, as a path in it. */
export const ON_DISK = '_files/on-disk.js'

/** Returns where the copy begins, from where that script is. */
const folderOf = (onDisk: string): string => escapeHtml(onDisk.slice(0, -ON_DISK.length) || './')

interface Place {
  readonly start: { readonly offset?: number | undefined }
  readonly end: { readonly offset?: number | undefined }
}

const offsetsOf = (position: Place | undefined): [number, number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]

/**
 * Writes a part of a page with its edits.
 *
 * @param href Returns what to write for an address of the site.
 */
export function edited(
  html: string,
  edits: readonly Edit[],
  href: (address: string) => string,
  [start, end]: readonly [number, number] = [0, html.length],
): string {
  const pieces: string[] = []
  let at = start
  for (const edit of edits) {
    if (edit.start < at || edit.end > end) continue
    pieces.push(html.slice(at, edit.start), edit.text(href))
    at = edit.end
  }
  return pieces.join('') + html.slice(at, end)
}
