/** Reads BibTeX and BibLaTeX, entry by entry. */
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { Document, Place } from '../model.ts'
import type { Csl } from './csl.ts'
import { lineCounter } from './lines.ts'
import { arxivOf } from './links.ts'
import { broken, type ReadWork } from './read-work.ts'
import { toSource } from './source.ts'

export function readBibtex(document: Document): ReadWork[] {
  const strings = [...document.text.matchAll(/^[ \t]*@string\s*\{[^\n]*\}[ \t]*$/gim)].map(([line]) => line).join('\n')
  return entriesOf(document.text).map(({ text, place }) => {
    try {
      const [work] = new Cite(`${strings}\n${text}`, { generateGraph: false }).data as Csl[]
      if (work?.id === undefined) throw new Error('it has no key')
      const key = String(work.id)
      return { key, place, source: toSource(key, work, eprintOf(text) ?? arxivOf(work)) }
    } catch (error) {
      return { problem: broken(document.path, place, reasonOf(error), 'Check its braces, quotes and commas.') }
    }
  })
}

/** Cuts a BibTeX file where a line begins with `@kind{`; comments, preambles and string definitions are no entries. */
function entriesOf(text: string): { text: string; place: Place }[] {
  const starts = [...text.matchAll(/^[ \t]*@(\w+)\s*[{(]/gm)]
  const lineOf = lineCounter(text)
  return starts
    .map((start, index) => ({ start, end: starts[index + 1]?.index ?? text.length }))
    .filter(({ start }) => !/^(comment|preamble|string)$/i.test(start[1] ?? ''))
    .map(({ start, end }) => ({
      text: text.slice(start.index, end),
      place: { line: lineOf(start.index), column: start[0].indexOf('@') + 1 },
    }))
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/ at line \d+ col \d+:?/, '') : String(error)

/** CSL has no field for it, so the parser drops it. */
const eprintOf = (text: string): string | undefined =>
  /\b(?:archiveprefix|eprinttype)\s*=\s*["{]\s*arxiv/i.test(text)
    ? /\beprint\s*=\s*["{]\s*(?:arxiv:)?([^"}\s]+)/i.exec(text)?.[1]
    : undefined
