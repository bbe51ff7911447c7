/** This file reads BibTeX and BibLaTeX, entry by entry. */
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { lineIndex } from '../line-index.ts'
import { bibtexEntries } from './bibtex-entries.ts'
import { soundPart } from './csl.ts'
import { arxivOf } from './links.ts'
import { toSource, broken, type ReadWork } from './source.ts'
import type { Document } from '../vocabulary.ts'
import type { Csl } from '../model/csl.ts'

/** Reads the works of a BibTeX file. An entry that cannot be read becomes a problem. */
export function readBibtex(document: Document): ReadWork[] {
  const strings = [...document.text.matchAll(/^[ \t]*@string\s*\{[^\n]*\}[ \t]*$/gim)].map(([line]) => line).join('\n')
  const pointOf = lineIndex(document.text)
  return bibtexEntries(document.text).map(({ offset, text }) => {
    const point = pointOf(offset)
    try {
      const [read] = new Cite(`${strings}\n${text}`, { generateGraph: false }).data as Csl[]
      const work = read && soundPart(read)
      if (work?.id === undefined) throw new Error('it has no key')
      const key = String(work.id)
      return { key, point, source: toSource(key, work, eprintOf(text) ?? arxivOf(work)) }
    } catch (error) {
      return { problem: broken(document.path, point, reasonOf(error), 'Check its braces, quotes and commas.') }
    }
  })
}

/** Gives the reason of an error in one line, without the line number: the parser only saw one entry of the file. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/ at line \d+ col \d+:?/, '') : String(error)

/** Gives the number of a work on arXiv. CSL has no field for it, so the parser drops it. */
const eprintOf = (text: string): string | undefined =>
  /\b(?:archiveprefix|eprinttype)\s*=\s*["{]\s*arxiv/i.test(text)
    ? /\beprint\s*=\s*["{]\s*(?:arxiv:)?([^"}\s]+)/i.exec(text)?.[1]
    : undefined
