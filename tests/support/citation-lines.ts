/** A battery of citations: single lines, which Pandoc and this project read with the same works and styles. */
import { readFileSync } from 'node:fs'
import type { CitationStyle } from '../../src/corpus/model/citation-style.ts'
import { plainText } from '../../src/corpus/escape-html.ts'
import { corpusOf } from './corpus.ts'

const at = (name: string): string => new URL(`../fixtures/citations/${name}`, import.meta.url).pathname

/** The works that the lines cite. */
export const WORKS_FILE = at('works.bib')
/** What Pandoc gave for the lines, by style. */
export const RECORDED = at('pandoc.json')
export const LINES: readonly string[] = readFileSync(at('lines.txt'), 'utf8').trim().split('\n')
/** A style of these tests, which joins the years of the same authors. */
export const AUTHOR_YEAR: CitationStyle = {
  name: 'author-year.csl',
  isNumeric: false,
  xml: readFileSync(at('author-year.csl'), 'utf8'),
}

const works = readFileSync(WORKS_FILE, 'utf8')

/** The text of HTML as a reader sees it, footnotes included. */
export const textOf = (html: string): string =>
  plainText(
    html
      .replace(/<h2[^>]*footnote-label[^]*?<\/h2>/g, '')
      .replace(/<a [^>]*(?:footnote-back|data-footnote-backref)[^]*?<\/a>/g, ''),
  )
    .replace(/\s+/g, ' ')
    .trim()

/** What this project makes of a line, as text. */
export function citedByUs(line: string, style: CitationStyle): string {
  const { html } = corpusOf({ 'notes/a.md': `${line}\n`, 'references.bib': works }, undefined, style)
  return textOf(html('notes/a.md'))
}
