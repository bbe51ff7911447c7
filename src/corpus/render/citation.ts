/** This file writes the citations of a page: in the style of the site, and plainly where the style cannot. */
import { fillLinkMarks, withoutLinkMarks } from '../bibliography/citation-marks.ts'
import { withLocator } from '../bibliography/cited-locator.ts'
import { dateInShort } from '../bibliography/source.ts'
import { escapeHtml, plainText } from '../escape-html.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import {
  citationAt,
  citationsOf,
  inOrder,
  isNarrative,
  requestFor,
  type CitedLink,
  type PageCitations,
} from './page-citations.ts'

/** `CitationParts` say what a citation consists of, besides the words of the style. */
export interface CitationParts {
  /** Gives the words before or after a work as plain text. It may hold `richSign`s. */
  readonly words: (cited: CitedLink, at: 'prefix' | 'suffix') => string
  /** Gives what an `@key` shows that names no work, as HTML. */
  readonly unknown: (cited: CitedLink) => string
  /** Opens the link of a work. It is undefined where the citation is text. */
  readonly open?: (cited: CitedLink, isAgain: boolean) => string
  readonly close?: string
  /** This is HTML that words around works hold, by what stands for it. */
  readonly rich: string[]
  /** This is true where the citation is shown on another page than its own, on which works have no numbers. */
  readonly isElsewhere: boolean
}

/** This begins what stands for HTML in the words around a work. */
const RICH = '\uFDE6'
const INDEX = 0xe600

/** Adds HTML to the words around works, and gives what stands for it. */
export function richSign(rich: string[], html: string): string {
  rich.push(html)
  return RICH + String.fromCharCode(INDEX + rich.length - 1)
}

/** Writes a citation as HTML. */
export function citationHtml(corpus: Corpus, entry: Parsed, first: number, parts: CitationParts): string {
  const page = citationsOf(corpus, entry)
  const cluster = page.clusters.get(first) ?? []
  const marked = cluster.some(({ work }) => work !== undefined)
    ? inStyle(corpus, page, cluster, parts)
    : withoutWorks(cluster, parts)
  return marked.replace(
    new RegExp(`${RICH}(.)`, 'g'),
    (_, sign: string) => parts.rich[sign.charCodeAt(0) - INDEX] ?? '',
  )
}

/** Writes a citation that names no work. An `@key` alone is text. */
function withoutWorks(cluster: readonly CitedLink[], { words, unknown }: CitationParts): string {
  const [only] = cluster
  if (only !== undefined && cluster.length === 1 && isText(only.link)) return unknown(only)
  const said = cluster.map(
    (cited) => escapeHtml(spaced(words(cited, 'prefix'))) + unknown(cited) + escapeHtml(words(cited, 'suffix')),
  )
  return `(${said.join('; ')})`
}

/** Tells whether a link is only text where there is no such work. That is so for an `@key` outside of brackets. */
export const isText = ({ cites }: Link): boolean => cites === 'sentence' || cites === 'suppressed'

const spaced = (text: string): string => (text === '' ? '' : `${text} `)

function inStyle(corpus: Corpus, page: PageCitations, cluster: readonly CitedLink[], parts: CitationParts): string {
  const works = cluster.filter(({ work }) => work !== undefined)
  const words = withUnknown(cluster, parts)
  const { isNumeric, isNote } = page.features
  const [only] = works
  if (only!.link.cites === 'authors') return linked(only!, escapeHtml(only!.work!.source.authors), parts, false)
  const isPlain =
    (isNumeric && parts.isElsewhere) || (isNote && (parts.isElsewhere || cluster[0]?.link.cite?.note === undefined))
  const written = isPlain ? undefined : writtenInStyle(corpus, page, works, words)
  if (written === undefined) return plainly(corpus, page, works, { ...parts, words })
  const { open, close = '</a>' } = parts
  if (open === undefined) return withoutLinkMarks(written)
  const seen = new Set<number>()
  return fillLinkMarks(
    written,
    (index) => {
      const isAgain = seen.has(index)
      seen.add(index)
      return open(works[index]!, isAgain)
    },
    close,
  )
}

/** Writes a citation in the style. In the midst of other words of a footnote it stands in brackets. */
function writtenInStyle(
  corpus: Corpus,
  page: PageCitations,
  works: readonly CitedLink[],
  words: CitationParts['words'],
): string | undefined {
  const citation = citationAt(page, works, words)
  if (!page.features.isPositional) return corpus.references.cite(citation)
  const { citations, indices } = inOrder(page)
  const { cite, cites } = works[0]!.link
  const index = indices.get(cite?.first ?? works[0]!.index)
  const written = index === undefined ? undefined : corpus.references.cite(citation, { citations, index })
  const isWithin = cite?.note !== undefined && cite.isWholeNote !== true && cites === undefined
  return written === undefined || !isWithin ? written : `(${written.replace(/\.$/, '')})`
}

/** Puts keys that name no work among the words of the works beside them, where they are shown as they are. */
function withUnknown(cluster: readonly CitedLink[], { words, unknown, rich }: CitationParts): CitationParts['words'] {
  const added = new Map<CitedLink, { before: string; after: string }>()
  const isKnown = ({ work }: CitedLink): boolean => work !== undefined
  cluster.forEach((cited, index) => {
    if (isKnown(cited)) return
    const said = `${spaced(words(cited, 'prefix'))}${richSign(rich, unknown(cited))}${words(cited, 'suffix')}`
    const before = cluster.slice(0, index).findLast(isKnown)
    const host = before ?? cluster.find(isKnown)!
    const { before: prefix = '', after = '' } = added.get(host) ?? {}
    added.set(
      host,
      before === undefined ? { before: `${prefix}${said}; `, after } : { before: prefix, after: `${after}; ${said}` },
    )
  })
  return (cited, at) => {
    const { before = '', after = '' } = added.get(cited) ?? {}
    return at === 'prefix' ? before + words(cited, at) : words(cited, at) + after
  }
}

/** Writes a citation by authors and years without the style, as where its numbers mean nothing. */
function plainly(corpus: Corpus, page: PageCitations, works: readonly CitedLink[], parts: CitationParts): string {
  const [first] = works
  const narrative = isNarrative(first?.link)
  const said = works.map((cited, index) => plainCite(corpus, page, cited, parts, narrative && index === 0))
  const { source } = first!.work!
  return narrative
    ? `${linked(first!, escapeHtml(source.authors), parts, false)} (${said.join('; ')})`
    : `(${said.join('; ')})`
}

function plainCite(
  corpus: Corpus,
  page: PageCitations,
  cited: CitedLink,
  parts: CitationParts,
  isAgain: boolean,
): string {
  const { source } = cited.work!
  const isYear = isAgain || cited.link.cites === 'year' || cited.link.cites === 'suppressed'
  const name = isYear ? dateInShort(source.csl) : corpus.references.short(requestFor(page, source))
  const after = withLocator(parts.words(cited, 'suffix'), page.language)
  return (
    escapeHtml(spaced(parts.words(cited, 'prefix'))) +
    linked(cited, escapeHtml(name), parts, isAgain) +
    escapeHtml(after)
  )
}

const linked = (cited: CitedLink, html: string, { open, close = '</a>' }: CitationParts, isAgain: boolean): string =>
  open === undefined ? html : open(cited, isAgain) + html + close

/** `TextParts` say what a citation consists of where it is text. */
export interface TextParts {
  /** Fills marks in the words around a work. */
  readonly fill: (text: string) => string
  /** Gives what an `@key` shows that names no work. */
  readonly unknown: (cited: CitedLink) => string
  readonly isElsewhere: boolean
}

/** Writes a citation as text. */
export function citationText(
  corpus: Corpus,
  entry: Parsed,
  first: number,
  { fill, unknown, isElsewhere }: TextParts,
): string {
  const parts: CitationParts = {
    words: ({ link }, at) => fill(link.cite?.[at] ?? ''),
    unknown: (cited) => escapeHtml(unknown(cited)),
    rich: [],
    isElsewhere,
  }
  return plainText(citationHtml(corpus, entry, first, parts))
}
