/** This file says which type of BibLaTeX, or of BibTeX where it has one, a type of CSL is, and the other way round. */
import type { Csl } from '../model/csl.ts'

/**
 * These are the types of entries by the types of CSL (https://docs.citationstyles.org/en/stable/specification.html). A
 * second word goes into the field `entrysubtype`, where the type alone says less than CSL.
 */
const TYPES: ReadonlyMap<string, readonly [type: string, subtype?: string]> = new Map(
  Object.entries({
    article: ['misc', 'article'],
    'article-journal': ['article'],
    'article-magazine': ['article', 'magazine'],
    'article-newspaper': ['article', 'newspaper'],
    bill: ['legislation', 'bill'],
    book: ['book'],
    broadcast: ['video', 'broadcast'],
    chapter: ['incollection'],
    classic: ['book', 'classic'],
    collection: ['misc', 'collection'],
    dataset: ['dataset'],
    document: ['misc'],
    entry: ['inreference', 'entry'],
    'entry-dictionary': ['inreference', 'entry-dictionary'],
    'entry-encyclopedia': ['inreference', 'entry-encyclopedia'],
    event: ['misc', 'event'],
    figure: ['image', 'figure'],
    graphic: ['artwork', 'graphic'],
    hearing: ['legal', 'hearing'],
    interview: ['misc', 'interview'],
    legal_case: ['jurisdiction'],
    legislation: ['legislation'],
    manuscript: ['unpublished'],
    map: ['misc', 'map'],
    motion_picture: ['movie'],
    musical_score: ['music', 'musical_score'],
    pamphlet: ['booklet', 'pamphlet'],
    'paper-conference': ['inproceedings'],
    patent: ['patent'],
    performance: ['performance'],
    periodical: ['periodical', 'periodical'],
    personal_communication: ['letter'],
    post: ['online', 'post'],
    'post-weblog': ['online', 'post-weblog'],
    regulation: ['legal', 'regulation'],
    review: ['review'],
    'review-book': ['review', 'review-book'],
    software: ['software'],
    song: ['audio', 'song'],
    speech: ['unpublished', 'speech'],
    standard: ['standard'],
    treaty: ['legal', 'treaty'],
    webpage: ['online'],
  } satisfies Readonly<Record<string, readonly [string, string?]>>),
)

/** These are the words that BibLaTeX's manual suggests for `entrysubtype`, with their types of CSL. */
const SUBTYPES: ReadonlyMap<string, string> = new Map([
  ['magazine', 'article-magazine'],
  ['newspaper', 'article-newspaper'],
])

/**
 * Gives the type of the entry, and its subtype where it needs one. BibTeX's `@phdthesis` and `@techreport` say more than
 * "thesis" and "report", so they are taken only where the genre says it too.
 */
export function bibtexType(work: Csl): readonly [type: string, subtype?: string] {
  const { type = '', genre } = work
  const kind = typeof genre === 'string' ? genre : ''
  if (type === 'thesis')
    return [/master|\bM\.?\s?(?:A|Sc|Phil)\b|mathesis/i.test(kind) ? 'mastersthesis' : doctoral(kind)]
  if (type === 'report') return [kind === '' ? 'report' : 'techreport']
  // A book within a work with a title is no book to BibTeX, which would take that title for the one of the book.
  const entry = TYPES.get(type) ?? ['misc']
  return BOOKS.has(entry[0]) && work['container-title'] !== undefined ? ['incollection', type] : entry
}

/** What `booktitle` says of an entry of these types is its own title. */
const BOOKS: ReadonlySet<string> = new Set(['book', 'booklet'])

const doctoral = (genre: string): string => (/ph\.?\s?d|doctor|dissertation/i.test(genre) ? 'phdthesis' : 'thesis')

/**
 * Gives a work the type of CSL that its entry names in `entrysubtype`, as `bibtexType` writes it. The parser takes that
 * field for the genre. Any other word in it stays one.
 *
 * @param fields The fields of the entry as they were written.
 */
export function withSubtype(work: Csl, fields: Readonly<Record<string, string>>): Csl {
  const subtype = fields['entrysubtype']?.trim() ?? ''
  const type = SUBTYPES.get(subtype) ?? (TYPES.has(subtype) ? subtype : undefined)
  if (type === undefined) return work
  const { genre, ...others } = work
  return { ...others, type, ...(genre !== undefined && fields['type'] !== undefined && { genre }) }
}

/** These genres say what the type of the entry says already. They are BibLaTeX's names for words in any language. */
export const IMPLIED_GENRES: ReadonlySet<string> = new Set(['phdthesis', 'mathesis', 'mastersthesis', 'techreport'])
