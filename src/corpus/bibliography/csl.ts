/** This file reads single facts of a work in CSL-JSON. */
import type { Csl, CslName } from '../model/csl.ts'

const NAMES = `author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer
  producer recipient reviewed-author script-writer series-creator translator`
const DATES = 'accessed available-date event-date issued original-date submitted'
const TEXTS = `archive archive_collection archive_location archive-place authority chapter-number collection-number
  collection-title container-title container-title-short dimensions division DOI edition event event-title event-place
  genre ISBN ISSN issue journalAbbreviation jurisdiction language medium number number-of-pages number-of-volumes
  original-publisher original-publisher-place original-title page page-first part-number part-title PMCID PMID printing
  publisher publisher-place reviewed-genre reviewed-title scale section shortTitle status supplement title title-short
  type URL version volume volume-title volume-title-short`

/**
 * These are the fields of which a reference is made. All other fields are the reader's own and stay off the site:
 * abstracts, keywords, remarks, and the paths of files.
 */
const PUBLIC: ReadonlySet<string> = new Set(`id ${NAMES} ${DATES} ${TEXTS}`.split(/\s+/))

/** Tells whether a field is for the public. */
export const isPublicField = (name: string): boolean => PUBLIC.has(name)

/** Gives a work without the fields that are not for the public. The order of the fields stays. */
export const publicPart = (work: Csl): Csl =>
  Object.fromEntries(Object.entries(work).filter(([name]) => isPublicField(name)))

/**
 * Gives year, month and day of the date on which a work appeared, as far as they are known. The list may be empty.
 *
 * @example
 * issuedParts({ issued: { 'date-parts': [['2025', 3]] } }) // [2025, 3]
 * issuedParts({ issued: { raw: '2025-03-01' } }) // [2025]
 */
export const issuedParts = ({ issued }: Csl): number[] =>
  (issued?.['date-parts']?.[0] ?? (issued?.raw === undefined ? [] : (/^\d{4}/.exec(issued.raw) ?? [])))
    .map(Number)
    .filter((part) => Number.isInteger(part))

/** Gives a field as text. A number counts as text. The result is undefined where the field is missing or empty. */
export function textOf(work: Csl, field: string): string | undefined {
  const value = work[field]
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return text.trim() === '' ? undefined : text.trim()
}

/**
 * Takes the tags of emphasis out of a title. CSL keeps emphasis as tags, which would show where the title is printed as
 * text.
 *
 * @example
 * plain('<i>E. coli</i> in CO<sub>2</sub>') // 'E. coli in CO2'
 */
export const withoutMarkup = (title: string): string => title.replace(/<\/?(?:i|b|sub|sup|sc|span)(?: [^<>]*)?>/g, '')

/**
 * Gives the first and the last page of a work, as far as they are known.
 *
 * @example
 * pagesOf({ page: '12–34' }) // ['12', '34']
 */
export const pagesOf = (work: Csl): (string | undefined)[] =>
  (textOf(work, 'page') ?? '').split(/\s*[-–—]+\s*/).map((each) => each || undefined)

/**
 * Gives a whole name in the order of an index.
 *
 * @example
 * indexName({ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' }) // 'van Beethoven, Ludwig'
 */
export function indexName(name: CslName): string {
  const { family, given, literal, suffix } = name
  const particles = [name['non-dropping-particle'], name['dropping-particle']]
  const whole = [...particles, family].filter(Boolean).join(' ')
  return whole === '' ? (literal ?? given ?? '') : [whole, suffix, given].filter(Boolean).join(', ')
}
