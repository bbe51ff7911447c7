/** This file turns a work in CSL-JSON into a `Source`, which pages can show. */
import { bareDoi } from '../doi.ts'
import type { InlineSource } from '../schema/inline-source.ts'
import { issuedParts, namedIn, withoutMarkup, publicPart } from './csl.ts'
import { yearInWords } from './edtf.ts'
import { arxivOf, linksOf } from './links.ts'
import { personName } from './person-name.ts'
import type { Point, Problem, FilePath } from '../vocabulary.ts'
import { problem } from '../problem.ts'
import type { Source } from '../model/source.ts'
import type { Csl } from '../model/csl.ts'

/**
 * Turns a work in CSL-JSON into a source. Fields that are not for the public are taken out.
 *
 * @param arxiv The number of the work on arXiv, where it is known from elsewhere.
 */
export function toSource(key: string, work: Csl, arxiv = arxivOf(work)): Source {
  const [year] = issuedParts(work)
  const authors = authorsInShort(work)
  return {
    key,
    csl: { ...publicPart(work), id: key },
    title: withoutMarkup(work.title ?? key),
    authors,
    short: [authors, dateInShort(work)].filter(Boolean).join(', '),
    ...(year !== undefined && { year }),
    ...(arxiv !== undefined && { arxiv }),
    links: linksOf(work, arxiv),
  }
}

/**
 * Gives the year of a work as a text names it, or the words in place of it, such as `forthcoming`.
 *
 * @example
 * dateInShort({ issued: { 'date-parts': [[2019], [0]] } }) // '2019–'
 * dateInShort({ issued: { 'date-parts': [[1723]], circa: true } }) // 'ca. 1723'
 */
export function dateInShort({ issued = {} }: Csl): string {
  const [year, end] = (issued['date-parts'] ?? []).map(([each]) => Number(each))
  if (year === undefined) return issued.literal?.trim() || 'n.d.'
  const until = end === undefined || end === year ? '' : `–${end === 0 ? '' : yearInWords(end)}`
  return `${issued.circa ? 'ca. ' : ''}${yearInWords(year)}${until}`
}

/** Turns a work that is written into a note into a source. */
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

/** Gives a work of which no more is known than its title, and that has no page of its own. */
export const titledSource = (title: string): Source => ({ ...inlineSource({ title, authors: [] }), hasNoPage: true })

/**
 * Names the authors of a work in short: `Zhao`, `Ren & Wu`, `Zhao et al.` Without authors these are the editors, and
 * without editors it is the title.
 */
function authorsInShort({ author = [], editor = [], title = '' }: Csl): string {
  const { named, hasOthers } = namedIn(author.length > 0 ? author : editor)
  const names = named
    .map((name) => [name['non-dropping-particle'], name.family ?? name.literal ?? name.given].filter(Boolean).join(' '))
    .filter(Boolean)
  if (names.length === 0) return withoutMarkup(title)
  return names.length > 2 || hasOthers ? `${names[0]} et al.` : names.join(' & ')
}

/**
 * A `ReadWork` is what came of one entry of a bibliography: a work, or the problem of an entry that cannot be read.
 * Whatever is wrong with an entry costs only that entry.
 */
export type ReadWork =
  | {
      readonly key: string
      /** These are other keys by which the work goes. */
      readonly aliases?: readonly string[]
      readonly point: Point
      readonly source: Source
      readonly problems?: readonly Problem[]
    }
  | { readonly problem: Problem }

/** Says that an entry cannot be read. */
export const broken = (file: FilePath, point: Point, reason: string, remedy: string): Problem =>
  warning(file, point, `The entry cannot be read (${reason.trim()}) and is left out. ${remedy}`)

/** Makes a warning about a bibliography. */
export const warning = (file: FilePath, point: Point, sentence: string): Problem =>
  problem('warning', 'bibliography', file, point, sentence)
