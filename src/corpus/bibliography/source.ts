/** A work in CSL-JSON → a source as pages show it. */
import { bareDoi } from '../doi.ts'
import type { InlineSource } from '../schema.ts'
import { issuedParts, plain, publicPart } from './csl.ts'
import { arxivOf, linksOf } from './links.ts'
import type { Point, Problem, FilePath } from '../vocabulary.ts'
import { problem } from '../problem.ts'
import type { Source } from '../model/source.ts'
import type { Csl } from '../model/csl.ts'

/** @param arxiv Its number on arXiv, where that is known apart from the work. */
export function toSource(key: string, work: Csl, arxiv = arxivOf(work)): Source {
  const [year] = issuedParts(work)
  const authors = authorsInShort(work)
  return {
    key,
    csl: { ...publicPart(work), id: key },
    title: plain(work.title ?? key),
    authors,
    short: [authors, year === undefined ? 'n.d.' : String(year)].filter(Boolean).join(', '),
    ...(year !== undefined && { year }),
    ...(arxiv !== undefined && { arxiv }),
    links: linksOf(work, arxiv),
  }
}

/** A source written into a note, in the same form as one from the bibliography. */
export function inlineSource({ title, authors, year, url, doi }: InlineSource): Source {
  const { key: _, ...source } = toSource(title, {
    type: 'article',
    title,
    author: authors.map(personName),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(url !== undefined && { URL: url }),
    ...(doi !== undefined && { DOI: bareDoi(doi) }),
  })
  return source
}

/** `Family, Given` or `Given Family`; a single word is a name of its own kind. */
function personName(written: string): { family: string; given: string } | { literal: string } {
  const name =
    /^(?<family>[^,]+),\s*(?<given>.+)$/.exec(written.trim()) ?? /^(?<given>.+)\s+(?<family>\S+)$/.exec(written.trim())
  const { family, given } = name?.groups ?? {}
  return family !== undefined && given !== undefined ? { family, given } : { literal: written.trim() }
}

/** `Zhao`, `Ren & Wu`, `Zhao et al.`; without authors, the editors; without those, the title. */
function authorsInShort({ author = [], editor = [], title = '' }: Csl): string {
  const names = (author.length > 0 ? author : editor)
    .map((name) => [name['non-dropping-particle'], name.family ?? name.literal ?? name.given].filter(Boolean).join(' '))
    .filter(Boolean)
  if (names.length === 0) return plain(title)
  return names.length > 2 ? `${names[0]} et al.` : names.join(' & ')
}

export type ReadWork =
  | { readonly key: string; readonly point: Point; readonly source: Source; readonly problems?: readonly Problem[] }
  | { readonly problem: Problem }

export const broken = (file: FilePath, point: Point, reason: string, remedy: string): Problem =>
  warning(file, point, `The entry cannot be read (${reason.trim()}) and is left out. ${remedy}`)

export const warning = (file: FilePath, point: Point, sentence: string): Problem =>
  problem('warning', 'bibliography', file, point, sentence)
