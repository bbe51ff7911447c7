/** This file turns an entry of BibTeX into a work of CSL-JSON. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { bareDoi } from '../doi.ts'
import { bibliographyString } from './bibliography-strings.ts'
import { withAdditions, type LatexReader } from './bibtex-additions.ts'
import { datesOf } from './bibtex-dates.ts'
import type { RawEntry } from './bibtex-raw.ts'
import { completed, composed } from './bibtex-completion.ts'
import { withSubtype } from './bibtex-types.ts'
import { soundPart } from './csl.ts'
import { languageTag } from './language-names.ts'
import { plainWords, readableLatex } from './latex-text.ts'
import { arxivOf } from './links.ts'
import { hasCapitals, withLettersKept } from './title-case.ts'
import { withExtra } from './zotero-extra.ts'
import type { Csl } from '../model/csl.ts'

/** A `BibtexReading` says how a file is read. */
export interface BibtexReading {
  /** This is the language of the site, as a BCP 47 tag. Entries that name no language are in it. */
  readonly language: string
  /** With `sentence`, English titles get small letters, as styles want them. With `written`, they stay. */
  readonly titles: 'sentence' | 'written'
}

/** A `WorkOfEntry` is a work, its number on arXiv, and what is wrong with its entry, in whole sentences. */
export interface WorkOfEntry {
  readonly work: Csl
  readonly arxiv: string | undefined
  readonly faults: readonly string[]
}

const { constants, parse } = plugins.config.get('@bibtex')
/** These fields are texts, of which `and` is a word. Citation.js takes them for lists, as BibLaTeX does, and prints the first. */
const TEXTS = 'publisher location organization institution origpublisher origlocation address school'
for (const field of TEXTS.split(' ')) constants.fieldTypes[field] = ['field', 'literal']
/** Names of books, series and conferences keep their capitals. */
for (const field of ['booktitle', 'maintitle', 'eventtitle', 'origtitle', 'series'])
  constants.fieldTypes[field] = ['field', 'literal']
constants.fieldTypes['subtitle'] = ['field', 'title']

/** These fields are read. All others are the reader's own, such as remarks and paths, or are read elsewhere. */
const READ: ReadonlySet<string> = new Set(
  `address archiveprefix author bookauthor bookpagination booksubtitle booktitle booktitleaddon chapter edition editor eid
  entrysubtype eprint eprinttype eventtitle eventtitleaddon howpublished institution isan isbn ismn isrn issn issue issuesubtitle
  issuetitle issuetitleaddon iswc journal journalsubtitle journaltitle journaltitleaddon location mainsubtitle maintitle
  maintitleaddon number numpages organization origlocation origpublisher origtitle pages pagetotal part pmcid pmid publisher
  pubstate school series shortjournal shortseries shorttitle subtitle title titleaddon translator type url venue version volume
  volumes`.split(/\s+/),
)
/** These fields hold addresses and identifiers, which are no LaTeX. */
const VERBATIM: ReadonlySet<string> = new Set(['url', 'eprint'])
/** Mendeley writes several numbers into one field, with a line break between them as programs write one. */
const NUMBERS: ReadonlySet<string> = new Set(['isbn', 'issn'])
const LINE_BREAK = /\{?\$?\\(?:(?:text)?backslash\s*(?:\{\})?\$?\}?)?[rn](?=\d)/g
const TITLES: ReadonlySet<string> = new Set(['title', 'subtitle', 'shorttitle'])
/** These fields may be a key of BibLaTeX. */
const KEYS: ReadonlySet<string> = new Set(['type', 'series', 'pubstate', 'entrysubtype'])
/** The kinds of works that a type of entry says by itself. */
const GENRES: Readonly<Record<string, string>> = {
  phdthesis: 'phdthesis',
  mastersthesis: 'mathesis',
  techreport: 'techreport',
}

/**
 * Citation.js knows no supplements: forewords and the like. The styles that come with BibLaTeX print them as what they
 * supplement is printed.
 */
const SUPPLEMENTS: Readonly<Record<string, string>> = {
  suppbook: 'inbook',
  suppcollection: 'incollection',
  suppperiodical: 'article',
}

/** Turns an entry into a work. What cannot be read of it becomes plain words, so no entry is lost. */
export function workOf(entry: RawEntry, reading: BibtexReading): WorkOfEntry {
  const { properties: fields, label } = entry
  const faults = new Set<string>()
  const language = languageTag(fields['langid'] ?? fields['hyphenation'] ?? fields['language'] ?? '')
  const isEnglish = /^en\b/i.test(language ?? reading.language)
  const isChanged = reading.titles === 'sentence' && isEnglish && hasCapitals(fields['title'] ?? '')
  const texts = textsOf(entry, reading, isChanged, (field, command) =>
    faults.add(unknownCommand(label, field, command)),
  )
  const read = converted(entry, texts, isChanged, (field) => faults.add(unreadField(label, field)))
  const remark = fields['note']?.replace(/\\([_&%#$])/g, '$1')
  const whole = withAdditions(read, fields, readerOf(entry, reading))
  const stated = { ...whole, ...datesOf(fields, reading.language), ...identifiersOf(fields, language) }
  const work = withSubtype(completed(stated), fields)
  const arxiv = eprintOf(fields) ?? arxivOf({ ...work, note: remark })
  return { work: soundPart(composed(withExtra(work, remark))), arxiv, faults: [...faults] }
}

type Fields = Readonly<Record<string, string>>

/** Gives the texts of the fields that are read, as Citation.js reads them. */
function textsOf(
  entry: RawEntry,
  { language }: BibtexReading,
  isChanged: boolean,
  report: (field: string, command: string) => void,
): Fields {
  const { type, properties } = entry
  const genre = GENRES[type]
  const fields: Fields = { ...(genre !== undefined && { type: genre }), ...volumeOf(properties), ...properties }
  const texts: Record<string, string> = {}
  for (const name in fields) {
    const text = fields[name]!
    if (!READ.has(name) || text.trim() === '') continue
    const latex = latexOf(name, text, language, report)
    texts[name] = isChanged && TITLES.has(name) ? withLettersKept(latex) : latex
  }
  return texts
}

/** Gives the text of a field as Citation.js reads it. */
function latexOf(
  name: string,
  text: string,
  language: string,
  report: (field: string, command: string) => void,
): string {
  if (VERBATIM.has(name)) return withoutEscapes(text)
  if (NUMBERS.has(name)) return text.replace(LINE_BREAK, ' ')
  const key = KEYS.has(name) ? bibliographyString(text, language) : undefined
  return key ?? readableLatex(text, { language, unknown: (command) => report(name, command) })
}

/** Makes what reads a field of an entry by itself. */
function readerOf(entry: RawEntry, { language }: BibtexReading): LatexReader {
  const read = (field: string, latex: string): Csl => {
    const text = readableLatex(latex, { language, unknown: () => undefined })
    return converted({ ...entry, type: 'book' }, { [field]: text }, false, () => undefined)
  }
  return { text: (latex) => read('title', latex).title ?? '', names: (latex) => read('editor', latex).editor ?? [] }
}

/** Where a book is a volume of a work with a title, Citation.js has a field for its own title: that of an issue. */
const volumeOf = ({ maintitle, booktitle }: Fields): Fields =>
  maintitle === undefined || booktitle === undefined ? {} : { issuetitle: booktitle }

/** Has Citation.js read an entry. A field that it cannot read becomes plain words. */
function converted(
  { type, label, annotations }: RawEntry,
  texts: Fields,
  isChanged: boolean,
  report: (field: string) => void,
): Csl {
  const read = (properties: Fields): Csl =>
    (
      plugins.input.data(
        [{ type: SUPPLEMENTS[type] ?? type, label, properties, annotations }],
        '@biblatex/entries+list',
      ) as Csl[]
    )[0]!
  parse.sentenceCase = isChanged ? 'always' : 'never'
  try {
    return read(texts)
  } catch {
    return read(
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, isReadable(read, name, text, report)])),
    )
  } finally {
    parse.sentenceCase = 'never'
  }
}

function isReadable(read: (texts: Fields) => Csl, name: string, text: string, report: (field: string) => void): string {
  try {
    read({ [name]: text })
    return text
  } catch {
    report(name)
    return plainWords(text)
  }
}

/** Gives the identifiers and the language, which need no reading of LaTeX. */
const identifiersOf = ({ doi }: Fields, language: string | undefined): Csl => ({
  ...(doi !== undefined && bareDoi(doi) !== '' && { DOI: bareDoi(doi) }),
  ...(language !== undefined && { language }),
})

/** Takes off the backslashes and braces that LaTeX needs in an address. */
const withoutEscapes = (text: string): string =>
  text
    .trim()
    .replace(/^\\url\s*\{([^{}]*)\}$/, '$1')
    .replace(/\{?\\(?:textasciitilde|sim)\s*(?:\{\})?\}?/g, '~')
    .replace(/\{\\([_%&#$~^])(?:\{\})?\}|\\([_%&#$~^])(?:\{\})?/g, '$1$2')

/** Gives the number of a work on arXiv, for which CSL has no field. */
function eprintOf({ archiveprefix, eprinttype, primaryclass, eprintclass, eprint = '' }: Fields): string | undefined {
  const number = /^\s*\{?(?:arxiv:)?\s*([^\s{}]+)/i.exec(eprint)?.[1]
  const prefix = archiveprefix ?? eprinttype
  if (prefix !== undefined) return /^\W*arxiv/i.test(prefix) ? number : undefined
  const isClassed = (primaryclass ?? eprintclass) !== undefined
  return isClassed && /^(?:\d{4}\.\d{4,5}|[a-z.-]+\/\d{7})(?:v\d+)?$/i.test(number ?? '') ? number : undefined
}

const unknownCommand = (label: string, field: string, command: string): string =>
  `The field "${field}" of the entry "${label}" has the command ${command} of LaTeX, which is not known, so only the words are shown. Write them without it.`

const unreadField = (label: string, field: string): string =>
  `The LaTeX of the field "${field}" of the entry "${label}" cannot be read, so its words are shown plainly. Check its braces and commands.`
