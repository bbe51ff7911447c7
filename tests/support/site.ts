/** Builds real sites for the tests, and reads what came of them. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { rehype } from 'rehype'
import { visit } from 'unist-util-visit'
import { ROOT, runCommand, type Order, type Run } from './commands.ts'

/** Built before the tests by `npm run test:build`. */
export const DEMO = join(ROOT, 'tests/.output/demo')
export const DEMO_CONTENT = join(ROOT, 'content')

/** Runs one of the project's commands in the project's folder. */
export const run = (
  command: Order['command'],
  args: readonly string[],
  contentDir: string,
  env: Order['env'] = {},
): Promise<Run> => runCommand({ command, args, project: ROOT, env: { CONTENT_DIR: contentDir, ...env } })

/** A content folder of its own, gone when the tests are done. Files are given by path. */
export function contentFolder(files: Readonly<Record<string, string | Buffer>>, from?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'))
  if (from !== undefined) cpSync(from, folder, { recursive: true })
  for (const [path, text] of Object.entries(files)) write(folder, path, text)
  folders.push(folder)
  return folder
}

const folders: string[] = []
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function write(folder: string, path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** Builds into a folder of the project, because a build cannot move its files to another disk. */
export async function buildSite(
  name: string,
  contentDir: string,
  isWatched = false,
): Promise<Run & { readonly dist: string }> {
  const dist = join(ROOT, 'tests/.output', name)
  rmSync(dist, { recursive: true, force: true })
  const order = { command: 'build', args: ['--outDir', dist], project: ROOT, env: { CONTENT_DIR: contentDir } } as const
  return { ...(await runCommand({ ...order, isWatched })), dist }
}

/** Every HTML file of a site, by its address: `/`, `/notes/a/`, `/404.html`. */
export function pagesOf(dist: string): Map<string, string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(({ name }) => name.endsWith('.html'))
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
