/**
 * This file describes a work for reference managers that read it off a page: as Highwire meta elements, which Google
 * Scholar and Zotero read, and as COinS.
 */
import { indexName, issuedParts, namedIn, pagesOf, withoutMarkup, textOf } from './csl.ts'
import type { Csl } from '../model/csl.ts'
import type { Source } from '../model/source.ts'
import type { Meta } from '../model/entry.ts'

type Field = readonly [name: string, value: string | undefined]

/** These elements hold the title of the whole where a work is a part of one, by the type of the work. */
const CONTAINER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'article-journal': 'citation_journal_title',
    'paper-conference': 'citation_conference_title',
    chapter: 'citation_inbook_title',
  }),
)

/**
 * Gives the Highwire meta elements of a work. They are named in
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing.
 */
export function highwireOf({ csl }: Source): Meta[] {
  const [first, last] = pagesOf(csl)
  return said([
    ['citation_title', csl.title],
    ...authorsOf(csl).map((name): Field => ['citation_author', name]),
    ['citation_publication_date', dateOf(csl, '/')],
    [CONTAINER.get(csl.type ?? '') ?? 'citation_journal_title', textOf(csl, 'container-title')],
    ['citation_volume', textOf(csl, 'volume')],
    ['citation_issue', textOf(csl, 'issue')],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_publisher', textOf(csl, 'publisher')],
    ['citation_doi', csl.DOI],
    ['citation_isbn', textOf(csl, 'ISBN')],
    ['citation_issn', textOf(csl, 'ISSN')],
    ['citation_public_url', csl.URL],
  ])
}

/**
 * Gives the COinS of a work: an OpenURL ContextObject (ANSI/NISO Z39.88-2004) in the format `journal` or `book`. It
 * goes into the `title` of an element of the class `Z3988`.
 */
export function coinsOf({ csl }: Source): string {
  const isBook = csl.type === 'book'
  const [first, last] = pagesOf(csl)
  const fields = said([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${isBook ? 'book' : 'journal'}`],
    ['rft.genre', isBook ? 'book' : csl.type === 'paper-conference' ? 'proceeding' : 'article'],
    [isBook ? 'rft.btitle' : 'rft.atitle', csl.title],
    ['rft.jtitle', textOf(csl, 'container-title')],
    ...authorsOf(csl).map((name): Field => ['rft.au', name]),
    ['rft.date', dateOf(csl, '-')],
    ['rft.volume', textOf(csl, 'volume')],
    ['rft.issue', textOf(csl, 'issue')],
    ['rft.spage', first],
    ['rft.epage', last],
    ['rft.pub', textOf(csl, 'publisher')],
    ['rft.isbn', textOf(csl, 'ISBN')],
    ['rft.issn', textOf(csl, 'ISSN')],
    ['rft_id', csl.DOI === undefined ? csl.URL : `info:doi/${csl.DOI}`],
  ])
  return new URLSearchParams(fields.map((field) => [...field])).toString()
}

/** Leaves out fields without a value, and takes the tags of emphasis out of the others. */
const said = (fields: readonly Field[]): Meta[] =>
  fields.flatMap(([name, value]): Meta[] => (value === undefined || value === '' ? [] : [[name, withoutMarkup(value)]]))

const authorsOf = ({ author = [] }: Csl): string[] => namedIn(author).named.map(indexName).filter(Boolean)

/** Gives the date on which a work appeared, with a separator between its parts. */
const dateOf = (csl: Csl, separator: string): string | undefined =>
  issuedParts(csl)
    .map((part) => String(part).padStart(2, '0'))
    .join(separator) || undefined
