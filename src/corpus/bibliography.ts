/** Reads BibTeX into sources. One broken entry costs only itself. */
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import { rehype } from 'rehype'
import rehypeSanitize from 'rehype-sanitize'
import type { Document, FilePath, Place, Problem, Source } from './model.ts'
import { compareText, problem } from './problem.ts'
import type { InlineSource } from './schema.ts'

/** A work as CSL-JSON has it, as far as we read it ourselves. */
interface Csl {
  readonly id?: string
  readonly type?: string
  readonly title?: string
  readonly author?: readonly { readonly family?: string; readonly given?: string; readonly literal?: string }[]
  readonly issued?: { readonly 'date-parts'?: readonly (readonly (number | string)[])[] }
  readonly DOI?: string
  readonly URL?: string
}

/** The works that notes can cite. Keys match without case. */
export interface Bibliography {
  readonly keys: readonly string[]
  get(key: string): Source | undefined
  readonly problems: readonly Problem[]
}

export const EMPTY_BIBLIOGRAPHY: Bibliography = { keys: [], get: () => undefined, problems: [] }

/** A citation key in the form in which two spellings of it are the same. */
export const citeKey = (written: string): string => written.trim().replace(/^@/, '').toLowerCase()

export function readBibliography(document: Document): Bibliography {
  const works = new Map<string, Source>()
  const problems: Problem[] = []
  const strings = [...document.text.matchAll(/^[ \t]*@string\s*\{[^\n]*\}[ \t]*$/gim)].map(([line]) => line).join('\n')
  for (const { text, place } of entriesOf(document.text)) {
    const read = readEntry(document.path, place, `${strings}\n${text}`)
    if ('problem' in read) problems.push(read.problem)
    else if (works.has(citeKey(read.id))) problems.push(repeated(document.path, place, read.id))
    else works.set(citeKey(read.id), read.source)
  }
  return {
    keys: [...works.values()].flatMap((source) => source.key ?? []).sort(compareText),
    problems,
    get: (written) => works.get(citeKey(written)),
  }
}

/** Cuts a BibTeX file where a line begins with `@kind{`; comments, preambles and string definitions are no entries. */
function entriesOf(text: string): { text: string; place: Place }[] {
  const starts = [...text.matchAll(/^[ \t]*@(\w+)\s*[{(]/gm)]
  const lineOf = linesOf(text)
  return starts
    .map((start, index) => ({ start, end: starts[index + 1]?.index ?? text.length }))
    .filter(({ start }) => !/^(comment|preamble|string)$/i.test(start[1] ?? ''))
    .map(({ start, end }) => ({
      text: text.slice(start.index, end),
      place: { line: lineOf(start.index), column: start[0].indexOf('@') + 1 },
    }))
}

/** Counts lines up to offsets that are asked for in their order, so that a large file is read once. */
function linesOf(text: string): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    for (let end = text.indexOf('\n', at); end >= 0 && end < offset; end = text.indexOf('\n', at)) {
      line++
      at = end + 1
    }
    return line
  }
}

function readEntry(file: FilePath, place: Place, text: string): { id: string; source: Source } | { problem: Problem } {
  try {
    const [csl] = new Cite(text, { generateGraph: false }).data as Csl[]
    if (csl?.id === undefined) throw new Error('it has no key')
    return { id: csl.id, source: toSource(csl, arxivOf(text, csl)) }
  } catch (error) {
    const reason =
      error instanceof Error
        ? (error.message.split('\n')[0] ?? '').replace(/ at line \d+ col \d+:?/, '')
        : String(error)
    return {
      problem: problem(
        'warning',
        'bibliography',
        file,
        place,
        `The entry cannot be read (${reason.trim()}) and is left out. Check its braces, quotes and commas.`,
      ),
    }
  }
}

function repeated(file: FilePath, place: Place, name: string): Problem {
  return problem(
    'warning',
    'bibliography',
    file,
    place,
    `The key "${name}" is used twice. The first entry stands; give this one a key of its own.`,
  )
}

function arxivOf(text: string, { URL: url }: Csl): string | undefined {
  const eprint = /\barchiveprefix\s*=\s*["{]\s*arxiv/i.test(text)
    ? /\beprint\s*=\s*["{]\s*([^"}\s]+)/i.exec(text)?.[1]
    : undefined
  return eprint ?? /arxiv\.org\/(?:abs|pdf)\/([\w.-]+\/?\d+(?:v\d+)?)/i.exec(url ?? '')?.[1]
}

/** A source written into a note, in the same form as one from the bibliography. */
export function inlineSource({ title, authors, year, url, doi }: InlineSource): Source {
  const csl: Csl = {
    id: title,
    type: 'article',
    title,
    author: authors.map(personName),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(url !== undefined && { URL: url }),
    ...(doi !== undefined && { DOI: doi.replace(/^https?:\/\/(dx\.)?doi\.org\//, '') }),
  }
  const { key: _, ...source } = toSource(csl, arxivOf('', csl))
  return source
}

/** `Family, Given` or `Given Family`; a single word is a name of its own kind. */
function personName(written: string): { family: string; given: string } | { literal: string } {
  const name =
    /^(?<family>[^,]+),\s*(?<given>.+)$/.exec(written.trim()) ?? /^(?<given>.+)\s+(?<family>\S+)$/.exec(written.trim())
  const { family, given } = name?.groups ?? {}
  return family !== undefined && given !== undefined ? { family, given } : { literal: written.trim() }
}

function toSource(csl: Csl, arxiv?: string): Source {
  const year = Number(csl.issued?.['date-parts']?.[0]?.[0])
  const known = Number.isInteger(year)
  return {
    ...(csl.id !== undefined && { key: csl.id }),
    csl: csl as Record<string, unknown>,
    title: plain(csl.title ?? csl.id ?? ''),
    short: [authorsInShort(csl), known ? String(year) : 'n.d.'].filter(Boolean).join(', '),
    ...(known && { year }),
    links: linksOf(csl, arxiv),
  }
}

/** CSL keeps the emphasis of BibTeX as tags, which would show where a title is printed as text. */
const plain = (title: string): string => title.replace(/<\/?(?:i|b|sub|sup|span)(?: [^<>]*)?>/g, '')

/** `Zhao`, `Ren & Wu`, `Zhao et al.`; without authors, the title. */
function authorsInShort({ author = [], title = '' }: Csl): string {
  const names = author.map(({ family, literal, given }) => family ?? literal ?? given ?? '').filter(Boolean)
  if (names.length === 0) return plain(title)
  return names.length > 2 ? `${names[0]} et al.` : names.join(' & ')
}

function linksOf({ DOI: doi, URL: url }: Csl, arxiv?: string): Source['links'] {
  const links: { label: string; href: string }[] = []
  if (doi) links.push({ label: `doi:${doi}`, href: `https://doi.org/${encodeURI(doi)}` })
  if (arxiv) links.push({ label: `arXiv:${arxiv}`, href: `https://arxiv.org/abs/${encodeURI(arxiv)}` })
  if (url && /^https?:\/\//i.test(url) && !links.some(({ href }) => sameAddress(href, url)))
    links.push({ label: hostOf(url), href: url })
  return links
}

const sameAddress = (a: string, b: string): boolean => bareAddress(a) === bareAddress(b)
const bareAddress = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.|dx\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase()
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url)

const clean = rehype().data('settings', { fragment: true }).use(rehypeSanitize).freeze()

/**
 * The full reference in APA style, as sanitised HTML. Its address is left to the links beside it.
 * The first call loads the style and takes most of a second; the others take milliseconds, once for each work.
 */
export function formatReference(source: Source): string {
  const key = referenceKey(source)
  let html = formatted.get(key)
  if (html === undefined) formatted.set(key, (html = format(source)))
  return html
}

/** What a reference is formatted from: works that have the same key have the same reference. */
export const referenceKey = ({ csl }: Source): string => JSON.stringify(csl)

/** Need `formatReference` only look it up? */
export const isRemembered = (key: string): boolean => formatted.has(key)

/** Spares `formatReference` a work whose reference is known. */
export const rememberReference = (key: string, html: string): void => void formatted.set(key, html)

const formatted = new Map<string, string>()

function format({ csl }: Source): string {
  const { URL: _, DOI: __, ...work } = csl
  const options = { format: 'html', style: bibliographyStyle(), lang: 'en-US', nosort: true }
  const html = new Cite(work, { generateGraph: false }).format('bibliography', options)
  return String(clean.processSync(html))
    .replace(/<\/?div[^>]*>/g, '')
    .trim()
}

const STYLE = 'throughline-apa'

/** APA without its rules for citations in the text, which no page prints: they take a quarter of the time. */
function bibliographyStyle(): string {
  const { styles } = plugins.config.get('@csl')
  const noCitation = '<citation><layout><text variable="title"/></layout></citation>'
  if (!styles.has(STYLE)) styles.add(STYLE, styles.get('apa').replace(/<citation\b[\s\S]*<\/citation>/, noCitation))
  return STYLE
}
