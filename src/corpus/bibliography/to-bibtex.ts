/**
 * This file writes a work as BibTeX, in UTF-8. The key is the one by which texts cite the work. What BibTeX has no field
 * for is in the fields of BibLaTeX, which BibTeX passes over.
 */
import { babelName } from './babel-names.ts'
import { bibtexType, IMPLIED_GENRES } from './bibtex-types.ts'
import { issuedParts, textOf } from './csl.ts'
import { edtfOf } from './to-edtf.ts'
import { latex, latexNames, latexTitle, wholeText } from './latex.ts'
import { addressOf } from './links.ts'
import type { Work } from '../model/source.ts'
import type { Csl } from '../model/csl.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** These fields are copied as they are, in the order in which they are written. */
const FIELDS: readonly (readonly [field: string, csl: string])[] = [
  ['series', 'collection-title'],
  ['volume', 'volume'],
  ['volumes', 'number-of-volumes'],
  ['part', 'part-number'],
  ['chapter', 'chapter-number'],
  ['edition', 'edition'],
  ['version', 'version'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['eventtitle', 'event-title'],
  ['venue', 'event-place'],
  ['origtitle', 'original-title'],
  ['shortjournal', 'container-title-short'],
  ['shorttitle', 'title-short'],
  ['pagetotal', 'number-of-pages'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
]

/** These fields are lists of which ` and ` separates the items, so that a text with this word in it gets braces. */
const LISTS: readonly (readonly [field: string, csl: string])[] = [
  ['address', 'publisher-place'],
  ['origpublisher', 'original-publisher'],
  ['origlocation', 'original-publisher-place'],
  ['language', 'language'],
]

type Field = readonly [name: string, value: string | undefined]

/** Writes a work as BibTeX. */
export function toBibtex({ key, csl, arxiv }: Work['source']): string {
  const [type, subtype] = bibtexType(csl)
  const genre = textOf(csl, 'genre')
  const fields: Field[] = [
    ['author', latexNames(csl.author)],
    ['editor', latexNames(csl.editor)],
    ['translator', latexNames(csl.translator)],
    ['bookauthor', latexNames(csl['container-author'] as Csl['author'])],
    ['title', latexTitle(csl.title ?? '')],
    [type === 'article' ? 'journal' : 'booktitle', latex(textOf(csl, 'container-title'))],
    [PUBLISHER.get(type) ?? 'publisher', wholeText(textOf(csl, 'publisher'))],
    ...FIELDS.map(([field, from]): Field => [field, latex(textOf(csl, from))]),
    ...LISTS.map(([field, from]): Field => [field, wholeText(textOf(csl, from))]),
    ['langid', babelName(textOf(csl, 'language'))],
    ...numbers(csl, type, arxiv),
    ['type', IMPLIED_GENRES.has(genre ?? '') ? undefined : latex(genre)],
    ['entrysubtype', subtype],
    ['pages', latex(textOf(csl, 'page'))?.split(',').map(withDashes).join(',')],
    ...dates(csl),
    ['eprint', verbatim(arxiv)],
    ['archiveprefix', arxiv === undefined ? undefined : 'arXiv'],
    ['doi', verbatim(csl.DOI)],
    ['url', verbatim(addressOf(csl, arxiv))],
    ['note', latex(textOf(csl, 'note'))],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]))
  const month = MONTHS[(issuedParts(csl)[1] ?? 0) - 1]
  if (month !== undefined) lines.push(`  month = ${month}`)
  return `@${type}{${label(key)},\n${lines.join(',\n')}\n}\n`
}

/** These types have another field for the publisher. */
const PUBLISHER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    techreport: 'institution',
    report: 'institution',
    phdthesis: 'school',
    mastersthesis: 'school',
    thesis: 'institution',
  }),
)

/** The field `number` of these types is not the number of a volume in a series. */
const NUMBERED: ReadonlySet<string> = new Set(
  'techreport report patent legislation jurisdiction legal standard dataset software online misc'.split(' '),
)

/**
 * Writes numbers. BibTeX has one field for the number of an issue, of a report and of a volume in a series, and BibLaTeX
 * has another for the number of an article. The number on arXiv has fields of its own.
 */
function numbers(csl: Csl, type: string, arxiv: string | undefined): Field[] {
  const [issue, written, inSeries] = ['issue', 'number', 'collection-number'].map((field) => latex(textOf(csl, field)))
  const number = arxiv !== undefined && /^arxiv:/i.test(written ?? '') ? undefined : written
  if (NUMBERED.has(type)) return [['number', number ?? issue ?? inSeries]]
  return [
    ['number', issue ?? inSeries],
    ['eid', number],
  ]
}

/** Writes a span of pages. Of several hyphens, as in `C3-32-C3-35`, nobody can tell which is that of the span. */
const withDashes = (pages: string): string => pages.replace(/^([^-–]*\w)\s*[-–]+\s*(\w[^-–]*)$/, '$1--$2')

/** Writes dates. Year and month are enough for BibTeX, and whatever else is known of a date is one for BibLaTeX. */
function dates(csl: Csl): Field[] {
  const [year] = issuedParts(csl)
  const whole = edtfOf(csl.issued)
  return [
    ['date', whole === undefined || /^\d{4}(?:-(?:0\d|1[0-2]))?$/.test(whole) ? undefined : whole],
    ['year', year === undefined || year === 0 ? latex(csl.issued?.literal) : String(year)],
    ['eventdate', dateOf(csl, 'event-date')],
    ['origdate', dateOf(csl, 'original-date')],
    ['urldate', dateOf(csl, 'accessed')],
  ]
}

/** Writes a date of a field. It may be words. */
function dateOf(csl: Csl, field: string): string | undefined {
  const date = csl[field] as Csl['issued']
  return edtfOf(date) ?? latex(date?.literal)
}

/** Takes out of a key what would end it. */
const label = (key: string): string => key.replace(/[\s{}(),"#%~\\=']+/g, '')

/**
 * Writes an address. BibTeX takes it as it is: a brace or a backslash in it would end the entry or run on to the end of
 * the file. So these signs are percent-encoded.
 */
const verbatim = (value: string | undefined): string | undefined =>
  value?.replace(/[{}$\\\s\p{Cc}]/gu, encodeURIComponent) || undefined
