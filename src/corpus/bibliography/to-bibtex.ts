/** This file writes a work as BibTeX, in UTF-8. The key is the one by which texts cite the work. */
import { indexName, issuedParts, namedIn, textOf } from './csl.ts'
import { addressOf } from './links.ts'
import type { Work } from '../model/source.ts'
import type { Csl, CslName } from '../model/csl.ts'

/** These are the types of BibTeX by the types of CSL. Any other type becomes `misc`. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'article-journal': 'article',
    'article-magazine': 'article',
    'article-newspaper': 'article',
    'paper-conference': 'inproceedings',
    book: 'book',
    chapter: 'incollection',
    'entry-dictionary': 'incollection',
    'entry-encyclopedia': 'incollection',
    report: 'techreport',
    manuscript: 'unpublished',
  }),
)

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** These fields are copied as they are, in the order in which they are written. */
const FIELDS: readonly (readonly [field: string, csl: string])[] = [
  ['series', 'collection-title'],
  ['volume', 'volume'],
  ['number', 'issue'],
  ['chapter', 'chapter-number'],
  ['edition', 'edition'],
  ['address', 'publisher-place'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
]

/** Writes a work as BibTeX. */
export function toBibtex({ key, csl, arxiv }: Work['source']): string {
  const type = typeOf(csl)
  const [year, month] = issuedParts(csl)
  const text = (field: string): string | undefined => latex(textOf(csl, field))
  const fields: [string, string | undefined][] = [
    ['author', names(csl.author)],
    ['editor', names(csl.editor)],
    ['title', protectCapitals(latex(csl.title) ?? '') || undefined],
    [type === 'article' ? 'journal' : 'booktitle', text('container-title')],
    [PUBLISHER.get(type) ?? 'publisher', text('publisher')],
    ...FIELDS.map(([field, from]): [string, string | undefined] => [field, text(from)]),
    ...(type === 'techreport' ? [['number', text('number')] as [string, string | undefined]] : []),
    ['pages', text('page')?.replace(/(?<=\w)\s*[-–]+\s*(?=\w)/g, '--')],
    ['year', year === undefined ? latex(csl.issued?.literal) : String(year)],
    ['eprint', verbatim(arxiv)],
    ['archiveprefix', arxiv === undefined ? undefined : 'arXiv'],
    ['doi', verbatim(csl.DOI)],
    ['url', verbatim(addressOf(csl, arxiv))],
    ['note', text('note')],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]))
  const named = MONTHS[(month ?? 0) - 1]
  if (named !== undefined) lines.push(`  month = ${named}`)
  return `@${type}{${label(key)},\n${lines.join(',\n')}\n}\n`
}

function typeOf({ type = '', genre }: Csl): string {
  if (type === 'thesis') return /master/i.test(String(genre)) ? 'mastersthesis' : 'phdthesis'
  return TYPES.get(type) ?? 'misc'
}

/** These types have another field for the publisher. */
const PUBLISHER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    techreport: 'institution',
    phdthesis: 'school',
    mastersthesis: 'school',
  }),
)

/** Takes out of a key what would end it. */
const label = (key: string): string => key.replace(/[\s{}(),"#%~\\=']+/g, '')

/** Writes names. A name of one part gets braces, because one of its words would be taken for a first name otherwise. */
const names = (people: readonly CslName[] = []): string | undefined => {
  const { named, hasOthers } = namedIn(people)
  const all = named.map((name) => {
    const whole = latex(indexName(name)) ?? ''
    return name.given === undefined || name.family === undefined || / and /i.test(whole) ? `{${whole}}` : whole
  })
  return all.length === 0 ? undefined : [...all, ...(hasOthers ? ['others'] : [])].join(' and ')
}

/** These commands stand for the tags by which CSL marks emphasis. */
const EMPHASIS: Readonly<Record<string, string>> = {
  i: '\\emph',
  b: '\\textbf',
  sub: '\\textsubscript',
  sup: '\\textsuperscript',
  sc: '\\textsc',
}

/** These commands stand for signs that a backslash cannot escape. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Writes a text for LaTeX. Signs are escaped, and the tags by which CSL marks emphasis become commands. */
function latex(text: string | undefined): string | undefined {
  const escaped = text
    ?.replace(/\s+/g, ' ')
    .replace(/[\\~^]|[&%$#_{}]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)
    .replace(/<(i|b|sub|sup|sc)>(.*?)<\/\1>/g, (_, tag: string, inside: string) => `${EMPHASIS[tag]!}{${inside}}`)
    .replace(/<\/?span[^<>]*>/g, '')
  return escaped === '' ? undefined : escaped
}

/**
 * Puts braces around words with a capital inside, such as `{CoT}` and `{RL}`. Styles turn the words of a title into
 * small letters otherwise. Commands are left alone.
 */
const protectCapitals = (title: string): string =>
  title.replace(/\\[a-z]+|[\p{L}\p{N}]+/gu, (word) => (/^\\|^.[^\p{Lu}]*$/u.test(word) ? word : `{${word}}`))

/**
 * Writes an address. BibTeX takes it as it is: a brace or a backslash in it would end the entry or run on to the end of
 * the file. So these signs are percent-encoded.
 */
const verbatim = (value: string | undefined): string | undefined =>
  value?.replace(/[{}$\\\s\p{Cc}]/gu, encodeURIComponent) || undefined
