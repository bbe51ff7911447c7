/** This file weighs what a page of a built site costs to fetch, compressed. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A `PageWeight` is what one page costs to fetch. */
export interface PageWeight {
  readonly path: string
  /** This is the number of gzipped bytes of the HTML and of every style sheet that it loads by itself. */
  readonly htmlAndCss: number
  /** This is the number of gzipped bytes of every script that it names, and of the modules that those import. */
  readonly script: number
}

/**
 * Weighs a page of a built site.
 *
 * @param dist The folder of the site.
 * @param path The address of the page, with a slash at the end.
 */
export function weighPage(dist: string, path: string): PageWeight {
  const html = readFileSync(join(dist, path, 'index.html'), 'utf8')
  const fileAt = (address: string): string => join(dist, new URL(address, `http://localhost${path}`).pathname)
  const styles = tags(html, 'link').filter((tag) => /rel="?stylesheet/.test(tag) && !/\sdisabled\b/.test(tag))
  const files = (of: readonly string[], name: string): string[] =>
    of.flatMap((tag) => attribute(tag, name) ?? []).map(fileAt)
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)(?![^>]*type="?application\/)[^>]*>([^<]+)/g)].map(
    ([, code]) => code!,
  )
  return {
    path,
    htmlAndCss: gzipped(html) + total(files(styles, 'href')),
    script:
      total(withImports(files(tags(html, 'script'), 'src'))) + inline.reduce((sum, code) => sum + gzipped(code), 0),
  }
}

/** Returns all start tags of an element. */
const tags = (html: string, name: string): string[] => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []

function attribute(tag: string, name: string): string | undefined {
  const written = new RegExp(`\\b${name}=(?:"([^"]*)"|([^\\s>]+))`).exec(tag)
  return written?.[1] ?? written?.[2]
}

const gzipped = (content: string | Buffer): number => gzipSync(content).length
const total = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipped(readFileSync(file)), 0)

/** Adds to scripts all modules that they import. Modules that are imported only when they are needed count too. */
function withImports(scripts: readonly string[]): Set<string> {
  const found = new Set(scripts)
  // A loop over a set also visits what is added to the set meanwhile.
  for (const script of found) for (const imported of importsOf(script)) found.add(imported)
  return found
}

function importsOf(script: string): string[] {
  const imports = readFileSync(script, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g)
  return Array.from(imports, ([, path]) => resolve(dirname(script), path!)).filter((path) => existsSync(path))
}
