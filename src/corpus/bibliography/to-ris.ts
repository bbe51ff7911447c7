/** This file writes a work as RIS, which EndNote, Mendeley, Zotero and the databases of publishers read. */
import { indexName, issuedParts, namedIn, pagesOf, withoutMarkup, textOf } from './csl.ts'
import { edtfOf } from './to-edtf.ts'
import { addressOf } from './links.ts'
import type { Work } from '../model/source.ts'
import type { Csl, CslName } from '../model/csl.ts'

/**
 * These are the types of RIS by the types of CSL, as EndNote and Zotero use them. Any other type becomes `GEN`. Types of
 * CSL share one only where RIS has no more of them.
 */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'article-journal': 'JOUR',
    'article-magazine': 'MGZN',
    'article-newspaper': 'NEWS',
    // A work of the type `article` is one that is not published yet, such as one on arXiv.
    article: 'UNPB',
    manuscript: 'MANSCPT',
    'paper-conference': 'CPAPER',
    book: 'BOOK',
    classic: 'CLSWK',
    chapter: 'CHAP',
    entry: 'DBASE',
    'entry-dictionary': 'DICT',
    'entry-encyclopedia': 'ENCYC',
    pamphlet: 'PAMP',
    thesis: 'THES',
    report: 'RPRT',
    review: 'JOUR',
    'review-book': 'JOUR',
    dataset: 'DATA',
    software: 'COMP',
    webpage: 'ELEC',
    'post-weblog': 'BLOG',
    post: 'ICOMM',
    patent: 'PAT',
    legal_case: 'CASE',
    legislation: 'STAT',
    regulation: 'LEGAL',
    treaty: 'STAT',
    bill: 'BILL',
    hearing: 'HEAR',
    standard: 'STAND',
    map: 'MAP',
    motion_picture: 'MPCT',
    broadcast: 'VIDEO',
    song: 'SOUND',
    musical_score: 'MUSIC',
    graphic: 'ART',
    figure: 'FIGURE',
    speech: 'SLIDE',
    periodical: 'JFULL',
    personal_communication: 'PCOMM',
    interview: 'PCOMM',
  }),
)

/** These fields are copied as they are, in the order in which they are written. Each has the tag of RIS. */
const FIELDS: readonly (readonly [tag: string, field: string])[] = [
  ['T2', 'container-title'],
  ['J2', 'container-title-short'],
  ['T3', 'collection-title'],
  ['VL', 'volume'],
  ['NV', 'number-of-volumes'],
  ['IS', 'issue'],
  ['ET', 'edition'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['OP', 'original-title'],
  ['ST', 'title-short'],
  ['SN', 'ISBN'],
  ['SN', 'ISSN'],
  // Zotero takes the kind of some works for a DOI where none stands before it.
  ['DO', 'DOI'],
  ['M3', 'genre'],
  ['LA', 'language'],
]

/** Writes a work as RIS. The format asks for a carriage return and a line feed at the end of each line. */
export function toRis({ key, csl, arxiv }: Work['source']): string {
  const lines: Line[] = [
    ['TY', (isPreprint(csl, arxiv) ? 'UNPB' : TYPES.get(csl.type ?? '')) ?? 'GEN'],
    ['ID', key],
    ...names('AU', csl.author),
    ...names(csl.type === 'book' ? 'A3' : 'A2', csl.editor),
    ...names('A4', csl.translator),
    ['TI', textOf(csl, 'title')],
    ...FIELDS.map(([tag, field]): Line => [tag, textOf(csl, field)]),
    ...numbers(csl, arxiv),
    ...pages(csl),
    ...dates(csl),
    ['Y2', slashed(csl['accessed'] as Csl['issued'])],
    ['AN', arxiv === undefined ? undefined : `arXiv:${arxiv}`],
    ['UR', addressOf(csl, arxiv)],
    ['N1', textOf(csl, 'note')],
  ]
  const written = lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${inOneLine(value)}`]))
  return [...written, 'ER  - ', ''].join('\r\n')
}

/** A `Line` is a field of RIS. One without a value is left out. */
type Line = readonly [tag: string, value: string | undefined]

/** Tells whether a work is a preprint. BibTeX's `@misc` with a number on arXiv has no type of CSL. */
const isPreprint = ({ type }: Csl, arxiv: string | undefined): boolean =>
  arxiv !== undefined && (type === undefined || type === 'document')

const names = (tag: string, people: readonly CslName[] = []): Line[] =>
  namedIn(people).named.map((name) => [tag, risName(name) || undefined])

/** Writes a name as the format wants it: `Family, Given, Suffix`. */
function risName(name: CslName): string {
  const { suffix, ...rest } = name
  return [indexName(rest), suffix].filter(Boolean).join(', ')
}

/** Writes the first and the last page. */
function pages(csl: Csl): Line[] {
  const [first, last] = pagesOf(csl)
  return [
    ['SP', first],
    ['EP', last],
  ]
}

/** Writes the number of a report or a patent where the format has one for their type, and any other number apart. */
function numbers(csl: Csl, arxiv: string | undefined): Line[] {
  const number = textOf(csl, 'number')
  const isArxiv = arxiv !== undefined && /^arxiv:/i.test(number ?? '')
  const tag = csl.type === 'report' || csl.type === 'patent' ? 'SN' : 'M1'
  // EndNote keeps the place of publication of a paper here, and the place of the conference in the field for places.
  const place = csl.type === 'paper-conference' ? textOf(csl, 'publisher-place') : undefined
  return [
    [tag, isArxiv ? undefined : number],
    ['C1', place],
  ]
}

/** Writes the date. A date that is no more than a year is one in the field for the year. */
function dates(csl: Csl): Line[] {
  const [year, month] = issuedParts(csl)
  const date = slashed(csl.issued)
  if (year === undefined || year === 0)
    return [
      ['PY', csl.issued?.literal],
      ['DA', date],
    ]
  return [
    ['PY', String(year)],
    ['DA', month === undefined && /^[^/]*\/\/$/.test(date ?? '') ? undefined : date],
  ]
}

/**
 * Writes a date as `YYYY/MM/DD/other`. The format has no ranges, and leaves the last part to words: there the end of a
 * range, a season, or that a date is about right are as the Extended Date/Time Format (EDTF) has them.
 */
function slashed(date: Csl['issued']): string | undefined {
  const [first = [], second] = date?.['date-parts'] ?? []
  const [year, month, day] = issuedParts({ issued: date ?? {} })
  const whole = edtfOf(date)
  if (whole === undefined) return undefined
  const plain = edtfOf({ 'date-parts': [first] })
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'))
  const other = second === undefined && whole === plain && (month ?? 0) <= 12 ? '' : whole.replace('/', ' to ')
  const parts = [year === 0 ? '' : (year ?? ''), two((month ?? 0) > 12 ? undefined : month), two(day)]
  return [...parts, ...(other === '' ? [] : [other])].join('/')
}

/** Writes a value on one line. What follows a line break would be read as another field. */
const inOneLine = (value: string): string =>
  withoutMarkup(value)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
