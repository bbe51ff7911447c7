/**
 * This file describes a work for reference managers that read it off a page: as Highwire meta elements, which Google
 * Scholar and Zotero read. What Highwire has no element for, such as that a work is a web page, is said in the words that
 * Zotero's translator "Embedded Metadata" reads beside them
 * (https://github.com/zotero/translators/blob/master/Embedded%20Metadata.js).
 */
import { indexName, issuedParts, namedIn, pagesOf, withoutMarkup, textOf } from './csl.ts'
import { ITEM_TYPES } from './item-types.ts'
import { addressOf } from './links.ts'
import type { Csl, CslName } from '../model/csl.ts'
import type { Source } from '../model/source.ts'
import type { Meta } from '../model/entry.ts'

type Field = readonly [name: string, value: string | undefined]

/**
 * Gives the Highwire meta elements of a work. Google Scholar names most of them
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing).
 */
export function highwireOf(source: Source): Meta[] {
  const { csl, arxiv, links } = source
  const [first, last] = pagesOf(csl)
  const pdf = links.find(({ label }) => label === 'PDF')?.href
  const address = addressOf(csl, arxiv)
  return said([
    ['z:itemType', zoteroType(source)],
    ['citation_title', csl.title],
    ...people('citation_author', csl.author),
    ...people('citation_editor', csl.editor),
    ['citation_publication_date', dateOf(csl, '/')],
    ...wholeOf(csl),
    ['citation_series_title', textOf(csl, 'collection-title')],
    ['citation_volume', textOf(csl, 'volume')],
    ['citation_issue', textOf(csl, 'issue')],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    [PUBLISHER.get(csl.type ?? '') ?? 'citation_publisher', textOf(csl, 'publisher')],
    ['citation_technical_report_number', csl.type === 'report' ? textOf(csl, 'number') : undefined],
    ['citation_doi', csl.DOI],
    ['citation_isbn', textOf(csl, 'ISBN')],
    ['citation_issn', textOf(csl, 'ISSN')],
    ['citation_pmid', textOf(csl, 'PMID')],
    ['citation_arxiv_id', arxiv],
    ['citation_language', textOf(csl, 'language')],
    ['citation_pdf_url', pdf],
    ['citation_public_url', address === pdf ? undefined : address],
  ])
}

/** These elements hold the publisher of a work. They tell its type as well. */
const PUBLISHER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    thesis: 'citation_dissertation_institution',
    report: 'citation_technical_report_institution',
  }),
)

/**
 * Gives the elements with the title of the whole that a work is a part of. Those of Highwire tell the type of the work,
 * so other types have their whole in the element of PRISM. Of two elements of Highwire, Zotero believes the last one.
 */
function wholeOf(csl: Csl): Field[] {
  const container = textOf(csl, 'container-title')
  const event = textOf(csl, 'event-title') ?? textOf(csl, 'event')
  switch (csl.type) {
    case 'paper-conference':
      return [
        ['citation_inbook_title', event === undefined ? undefined : container],
        ['citation_conference_title', event ?? container],
      ]
    case 'chapter':
      return [['citation_inbook_title', container]]
    case 'article-journal':
      return [['citation_journal_title', container]]
    default:
      return [['prism:publicationName', container]]
  }
}

/** These types have an element of Highwire that tells them, as long as the work has a value for it. */
const TOLD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'article-journal': 'container-title',
    'paper-conference': 'container-title',
    chapter: 'container-title',
    thesis: 'publisher',
    report: 'publisher',
  }),
)

/** Gives the type of a work in Zotero's words, where no element of Highwire tells it. */
function zoteroType(source: Source): string | undefined {
  const { csl } = source
  const told = TOLD.get(csl.type ?? '')
  return told !== undefined && textOf(csl, told) !== undefined ? undefined : ITEM_TYPES.zotero(source)
}

/** Leaves out fields without a value, and takes the tags of emphasis out of the others. */
export const said = (fields: readonly Field[]): Meta[] =>
  fields.flatMap(([name, value]): Meta[] => (value === undefined || value === '' ? [] : [[name, withoutMarkup(value)]]))

/**
 * Gives an element for each name. Zotero divides a single name at its comma where there are blanks on both sides, as in
 * `de la Cruz, Ana María`, unless a semicolon shows that names are divided otherwise.
 */
function people(element: string, list: readonly CslName[] = []): Field[] {
  const names = namedIn(list).named.map(indexName).filter(Boolean)
  const [only = '', ...others] = names
  const [before = '', after = ''] = only.split(/\s*,\s*/)
  const isDivided = others.length === 0 && before.includes(' ') && after.includes(' ')
  return isDivided ? [[element, `${only};`]] : names.map((name): Field => [element, name])
}

/** Gives the date on which a work appeared, with a separator between its parts. */
export const dateOf = (csl: Csl, separator: string): string | undefined =>
  issuedParts(csl)
    .map((part) => String(part).padStart(2, '0'))
    .join(separator) || undefined
