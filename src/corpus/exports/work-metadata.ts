/** A work as reference managers read it off a page: Highwire's meta elements (Google Scholar, Zotero) and COinS. */
import type { Source } from '../model.ts'

/** Name and content of a meta element. */
export type Meta = readonly [name: string, content: string]

/** A work in CSL-JSON as far as it is told to others. What else a reference manager keeps (notes, paths of files) stays where it is. */
interface Work {
  readonly type?: string
  readonly title?: string
  readonly author?: readonly { readonly family?: string; readonly given?: string; readonly literal?: string }[]
  readonly issued?: { readonly 'date-parts'?: readonly (readonly (number | string)[])[] }
  readonly 'container-title'?: string
  readonly volume?: string | number
  readonly issue?: string | number
  readonly page?: string
  readonly publisher?: string
  readonly DOI?: string
  readonly URL?: string
  readonly ISBN?: string
  readonly ISSN?: string
}

/** What the title of the whole is called, where the work is a part of one. */
const CONTAINER: Readonly<Record<string, string>> = {
  'article-journal': 'citation_journal_title',
  'paper-conference': 'citation_conference_title',
  chapter: 'citation_inbook_title',
}

/** https://scholar.google.com/intl/en/scholar/inclusion.html#indexing names these elements. */
export function highwireOf({ csl }: Source): Meta[] {
  const work = csl as Work
  const [first, last] = pagesOf(work)
  const fields: (readonly [string, unknown])[] = [
    ['citation_title', work.title],
    ...authorsOf(work).map((name) => ['citation_author', name] as const),
    ['citation_publication_date', dateOf(work, '/')],
    [CONTAINER[work.type ?? ''] ?? 'citation_journal_title', work['container-title']],
    ['citation_volume', work.volume],
    ['citation_issue', work.issue],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_publisher', work.publisher],
    ['citation_doi', work.DOI],
    ['citation_isbn', work.ISBN],
    ['citation_issn', work.ISSN],
    ['citation_public_url', work.URL],
  ]
  return fields.flatMap(([name, value]): Meta[] => (isSaid(value) ? [[name, plain(value)]] : []))
}

/**
 * OpenURL ContextObject in a span (ANSI/NISO Z39.88-2004, the formats `journal` and `book`): what goes into the `title` of an element of
 * the class `Z3988`.
 */
export function coinsOf({ csl }: Source): string {
  const work = csl as Work
  const isBook = work.type === 'book'
  const [first, last] = pagesOf(work)
  const fields: (readonly [string, unknown])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${isBook ? 'book' : 'journal'}`],
    ['rft.genre', isBook ? 'book' : work.type === 'paper-conference' ? 'proceeding' : 'article'],
    [isBook ? 'rft.btitle' : 'rft.atitle', work.title],
    ['rft.jtitle', work['container-title']],
    ...authorsOf(work).map((name) => ['rft.au', name] as const),
    ['rft.date', dateOf(work, '-')],
    ['rft.volume', work.volume],
    ['rft.issue', work.issue],
    ['rft.spage', first],
    ['rft.epage', last],
    ['rft.pub', work.publisher],
    ['rft.isbn', work.ISBN],
    ['rft.issn', work.ISSN],
    ['rft_id', work.DOI === undefined ? work.URL : `info:doi/${work.DOI}`],
  ]
  const said = fields.flatMap(([name, value]) => (isSaid(value) ? [[name, plain(value)]] : []))
  return new URLSearchParams(said).toString()
}

const isSaid = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number'

/** CSL keeps emphasis as tags. */
const plain = (value: string | number): string => String(value).replace(/<\/?(?:i|b|sub|sup|span)(?: [^<>]*)?>/g, '')

const authorsOf = ({ author = [] }: Work): string[] =>
  author.map(({ family, given, literal }) => [family ?? literal, given].filter(Boolean).join(', ')).filter(Boolean)

function dateOf({ issued }: Work, separator: string): string | undefined {
  const parts = issued?.['date-parts']?.[0] ?? []
  return parts.length === 0 ? undefined : parts.map((part) => String(part).padStart(2, '0')).join(separator)
}

const pagesOf = ({ page = '' }: Work): (string | undefined)[] =>
  page.split(/\s*[-–—]+\s*/).map((each) => each || undefined)
