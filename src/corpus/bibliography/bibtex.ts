/** This file reads BibTeX and BibLaTeX, entry by entry. */
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { lineIndex } from '../line-index.ts'
import { bibtexEntries } from './bibtex-entries.ts'
import { parentsAmong } from './bibtex-parents.ts'
import { soundPart } from './csl.ts'
import { arxivOf } from './links.ts'
import { toSource, broken, type ReadWork } from './source.ts'
import type { Document } from '../vocabulary.ts'
import type { Csl } from '../model/csl.ts'

/** Reads the works of a BibTeX file. An entry that cannot be read becomes a problem. */
export function readBibtex(document: Document): ReadWork[] {
  const strings = [...document.text.matchAll(/^[ \t]*@string\s*\{[^\n]*\}[ \t]*$/gim)].map(([line]) => line).join('\n')
  const pointOf = lineIndex(document.text)
  const entries = bibtexEntries(document.text)
  const parse = (text: string): Csl | undefined =>
    (new Cite(`${strings}\n${text}`, { generateGraph: false }).data as Csl[])[0]
  const inherit = parentsAmong(entries, parse)
  return entries.flatMap(({ kind, offset, text }) => {
    if (kind === 'xdata') return []
    const point = pointOf(offset)
    try {
      const read = parse(text)
      const work = read && soundPart(composed(inherit(text, read)))
      if (work?.id === undefined) throw new Error('it has no key')
      const key = String(work.id)
      return { key, point, source: toSource(key, work, eprintOf(text) ?? arxivOf(work)) }
    } catch (error) {
      return { problem: broken(document.path, point, reasonOf(error), 'Check its braces, quotes and commas.') }
    }
  })
}

/**
 * Puts accents on the letters that they belong to. BibTeX writes `\\'{\\i}` for an accented i, with an i that has no dot,
 * and no font has that letter with an accent.
 */
function composed<T>(value: T): T {
  if (typeof value === 'string')
    return value.replace(/[\u0131\u0237](?=\p{M})/gu, (sign) => (sign === '\u0131' ? 'i' : 'j')).normalize('NFC') as T
  if (Array.isArray(value)) return value.map(composed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, composed(each as unknown)])) as T
}

/** Gives the reason of an error in one line, without the line number: the parser only saw one entry of the file. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/ at line \d+ col \d+:?/, '') : String(error)

/** Gives the number of a work on arXiv. CSL has no field for it, so the parser drops it. */
const eprintOf = (text: string): string | undefined =>
  /\b(?:archiveprefix|eprinttype)\s*=\s*["{]\s*arxiv/i.test(text)
    ? /\beprint\s*=\s*["{]\s*(?:arxiv:)?([^"}\s]+)/i.exec(text)?.[1]
    : undefined
