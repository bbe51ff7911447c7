/** Reads the HTML of built sites. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { rehype } from 'rehype'
import { visit } from 'unist-util-visit'
import { ROOT } from './commands.ts'

/** Every page of a site, by its address: `/`, `/notes/a/`, `/404.html`. */
export const pagesOf = (dist: string): Map<string, string> => htmlFiles(dist, (name) => !name.endsWith(MAP))

/** The maps around entries, which are files beside their pages: `/notes/a.map.html`. */
export const mapsOf = (dist: string): Map<string, string> => htmlFiles(dist, (name) => name.endsWith(MAP))

const MAP = '.map.html'

function htmlFiles(dist: string, accept: (name: string) => boolean): Map<string, string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(
    ({ name }) => name.endsWith('.html') && accept(name),
  )
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [`/${relative(dist, file)}`.replace(/(^|\/)index\.html$/, '$1'), readFileSync(file, 'utf8')]),
  )
}

export function parseHtml(html: string): Root {
  let tree = parsed.get(html)
  if (tree === undefined) parsed.set(html, (tree = rehype().parse(html)))
  return tree
}

/** Most pages are looked at by several tests. */
const parsed = new Map<string, Root>()

/** Every element of a page that passes a test, in reading order. */
export function elements(html: string | Root, accept: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(typeof html === 'string' ? parseHtml(html) : html, 'element', (element) => {
    if (accept(element)) found.push(element)
  })
  return found
}

/** Linked data is no script: nothing runs it. */
export const isData = ({ tagName, properties }: Pick<Element, 'tagName' | 'properties'>): boolean =>
  tagName === 'script' && properties.type === 'application/ld+json' && properties.src === undefined

/** Does a browser run it? */
export const isScript = (element: Pick<Element, 'tagName' | 'properties'>): boolean =>
  element.tagName === 'script' && !isData(element)

/** The one script that every page has in itself. */
export const BEFORE_PAINT = readFileSync(join(ROOT, 'src/client/before-paint.js'), 'utf8')

/** Is it a script of the page's own, other than the one that every page has? */
export const isInlineScript = (element: Element): boolean =>
  isScript(element) && element.properties.src === undefined && toString(element) !== BEFORE_PAINT
