/** This file writes a work as RIS, which EndNote, Mendeley, Zotero and the databases of publishers read. */
import { indexName, issuedParts, namedIn, pagesOf, withoutMarkup, textOf } from './csl.ts'
import { addressOf } from './links.ts'
import type { Work } from '../model/source.ts'
import type { Csl, CslName } from '../model/csl.ts'

/** These are the types of RIS by the types of CSL. Any other type becomes `GEN`. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'article-journal': 'JOUR',
    'article-magazine': 'MGZN',
    'article-newspaper': 'NEWS',
    // A work of the type `article` is one that is not published yet, such as one on arXiv.
    article: 'UNPB',
    manuscript: 'UNPB',
    'paper-conference': 'CPAPER',
    book: 'BOOK',
    chapter: 'CHAP',
    'entry-dictionary': 'DICT',
    'entry-encyclopedia': 'ENCYC',
    thesis: 'THES',
    report: 'RPRT',
    dataset: 'DATA',
    software: 'COMP',
    webpage: 'ELEC',
    'post-weblog': 'BLOG',
    post: 'BLOG',
    patent: 'PAT',
    legal_case: 'CASE',
    legislation: 'STAT',
    bill: 'BILL',
    hearing: 'HEAR',
    standard: 'STAND',
    map: 'MAP',
    motion_picture: 'VIDEO',
    broadcast: 'VIDEO',
    song: 'SOUND',
    musical_score: 'MUSIC',
    graphic: 'ART',
    figure: 'FIGURE',
    periodical: 'JFULL',
    personal_communication: 'PCOMM',
  }),
)

/** These fields are copied as they are, in the order in which they are written. Each has the tag of RIS. */
const FIELDS: readonly (readonly [tag: string, field: string])[] = [
  ['T2', 'container-title'],
  ['J2', 'container-title-short'],
  ['T3', 'collection-title'],
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['ET', 'edition'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['M3', 'genre'],
  ['SN', 'ISBN'],
  ['SN', 'ISSN'],
  ['DO', 'DOI'],
  ['LA', 'language'],
]

/** Writes a work as RIS. The format asks for a carriage return and a line feed at the end of each line. */
export function toRis({ key, csl, title, arxiv }: Work['source']): string {
  const lines: Line[] = [
    ['TY', (isPreprint(csl, arxiv) ? 'UNPB' : TYPES.get(csl.type ?? '')) ?? 'GEN'],
    ['ID', key],
    ...names('AU', csl.author),
    ...names('A2', csl.editor),
    ...names('A4', csl.translator),
    ['TI', title],
    ...FIELDS.map(([tag, field]): Line => [tag, textOf(csl, field)]),
    ...pages(csl),
    ...dates(csl),
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

/** Writes the date. */
function dates(csl: Csl): Line[] {
  const [year, month, day] = issuedParts(csl)
  if (year === undefined) return [['PY', csl.issued?.literal]]
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'))
  return [
    ['PY', String(year)],
    ['DA', month === undefined ? undefined : `${year}/${two(month)}/${two(day)}`],
  ]
}

/** Writes a value on one line. What follows a line break would be read as another field. */
const inOneLine = (value: string): string =>
  withoutMarkup(value)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
