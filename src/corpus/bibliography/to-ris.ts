/** A work → RIS, as EndNote, Mendeley, Zotero and the databases of publishers read it. */
import { indexName, issuedParts, pagesOf, plain, textOf } from './csl.ts'
import { addressOf } from './links.ts'
import type { Work } from '../model/source.ts'
import type { Csl, CslName } from '../model/csl.ts'

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  // A work that is not published yet, such as one on arXiv.
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
}

/** Tags of fields that are copied as they are, in the order in which they are written. */
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

/** Lines end as the format wants it, with a carriage return and a line feed. */
export function toRis({ key, csl, title, arxiv }: Work['source']): string {
  const lines: Line[] = [
    ['TY', (isPreprint(csl, arxiv) ? 'UNPB' : TYPES[csl.type ?? '']) ?? 'GEN'],
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
  ]
  const written = lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${inOneLine(value)}`]))
  return [...written, 'ER  - ', ''].join('\r\n')
}

type Line = readonly [tag: string, value: string | undefined]

/** `@misc` with a number of arXiv has no type of its own. */
const isPreprint = ({ type }: Csl, arxiv: string | undefined): boolean =>
  arxiv !== undefined && (type === undefined || type === 'document')

const names = (tag: string, people: readonly CslName[] = []): Line[] =>
  people.map((name) => [tag, risName(name) || undefined])

/** `Family, Given, Suffix`, the order of the format. */
function risName(name: CslName): string {
  const { suffix, ...rest } = name
  return [indexName(rest), suffix].filter(Boolean).join(', ')
}

function pages(csl: Csl): Line[] {
  const [first, last] = pagesOf(csl)
  return [
    ['SP', first],
    ['EP', last],
  ]
}

function dates(csl: Csl): Line[] {
  const [year, month, day] = issuedParts(csl)
  if (year === undefined) return [['PY', csl.issued?.literal]]
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'))
  return [
    ['PY', String(year)],
    ['DA', month === undefined ? undefined : `${year}/${two(month)}/${two(day)}`],
  ]
}

/** A value cannot hold a line break: what follows one would be read as a field. */
const inOneLine = (value: string): string =>
  plain(value)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
