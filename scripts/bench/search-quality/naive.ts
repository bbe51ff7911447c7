/**
 * This file is a plain scan of the pages, to compare with: it finds those that have all the words, the most often
 * first.
 */
import { toString } from 'hast-util-to-string'
import { rehype } from 'rehype'
import { visit } from 'unist-util-visit'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Reads the pages of a built site.
 *
 * @param addresses The addresses of the pages that count.
 * @returns A function that returns the addresses that a query finds.
 */
export function createScanner(dist: string, addresses: readonly string[]): (query: string) => string[] {
  const pages = addresses.map((url) => ({ url, text: textOf(readFileSync(join(dist, url, 'index.html'), 'utf8')) }))
  return (query) => {
    const words = query.toLowerCase().replaceAll('"', '').split(/\s+/)
    const scored = pages.map(({ url, text }) => ({ url, counts: words.map((word) => text.split(word).length - 1) }))
    return scored
      .filter(({ counts }) => counts.every((count) => count > 0))
      .sort((a, b) => sum(b.counts) - sum(a.counts))
      .map(({ url }) => url)
  }
}

/** Returns the text of the `main` element, in lower case. */
function textOf(html: string): string {
  let text = ''
  visit(rehype().parse(html), 'element', (element) => {
    if (element.tagName === 'main') text = toString(element).toLowerCase()
  })
  return text
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
