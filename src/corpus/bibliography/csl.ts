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

const [NAME_FIELDS, DATE_FIELDS] = [NAMES, DATES].map((names) => new Set(names.split(/\s+/))) as [
  Set<string>,
  Set<string>,
]
/** These texts are never kept as numbers. */
const WORDS = new Set(['title', 'title-short', 'DOI', 'URL', 'type'])

/**
 * Gives the value of a field in a form that everything after can rely on: a text or a number, a list of names, or a
 * date. It is undefined for any other value. The parsers let much through that is none of these.
 */
export function soundValue(field: string, value: unknown): unknown {
  if (!isPublicField(field)) return value
  if (NAME_FIELDS.has(field)) return Array.isArray(value) && value.every(isName) ? value : undefined
  if (DATE_FIELDS.has(field)) return isDate(value) ? value : undefined
  if (typeof value === 'number' && Number.isFinite(value)) return WORDS.has(field) ? String(value) : value
  return typeof value === 'string' ? value : undefined
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))

const isName = (value: unknown): boolean => isRecord(value) && Object.values(value).every(isScalar) && hasTexts(value)
/** The parts of a name are texts; only flags of the format may be anything else. */
const hasTexts = (name: Readonly<Record<string, unknown>>): boolean =>
  ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'].every(
    (part) => name[part] === undefined || typeof name[part] === 'string',
  )

function isDate(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { 'date-parts': parts, ...others } = value
  const areParts = Array.isArray(parts) && parts.every((part) => Array.isArray(part) && part.every(isScalar))
  return (parts === undefined || areParts) && Object.values(others).every(isScalar)
}

/** Tells whether a field is for the public. */
export const isPublicField = (name: string): boolean => PUBLIC.has(name)

/** Gives a work without the fields that are not for the public. The order of the fields stays. */
export const publicPart = (work: Csl): Csl =>
  Object.fromEntries(Object.entries(work).filter(([name]) => isPublicField(name)))

/** Gives a work without the values that `soundValue` rejects. The order of the fields stays. */
export const soundPart = (work: Csl): Csl =>
  Object.fromEntries(
    Object.entries(work).flatMap(([name, value]) => {
      const sound = soundValue(name, value)
      return sound === undefined ? [] : [[name, sound]]
    }),
  )

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

/**
 * Gives the date on which a work appeared where it is words and no year, such as `forthcoming`. It is undefined where
 * there is a year or no date.
 */
export function issuedInWords(work: Csl): string | undefined {
  const { raw, literal } = work.issued ?? {}
  const words = (literal ?? raw)?.trim()
  return words === undefined || words === '' || issuedParts(work).length > 0 ? undefined : words
}

/**
 * Tells whether a name stands for authors who are not named. BibTeX writes them as `and others`, always at the end of a
 * list.
 */
const isOthers = ({ family, given, literal }: CslName): boolean =>
  given === undefined && (family ?? literal) === 'others'

/** Gives the people of a list who are named, and tells whether there are others. */
export function namedIn(people: readonly CslName[] = []): { named: readonly CslName[]; hasOthers: boolean } {
  const last = people.at(-1)
  const hasOthers = people.length > 1 && last !== undefined && isOthers(last)
  return { named: hasOthers ? people.slice(0, -1) : people, hasOthers }
}

/**
 * Gives a work with another name in place of the others of each list, because a style takes `others` for a family.
 *
 * @param name The family name that stands for them.
 */
export const withOthersAs = (work: Csl, name: string): Csl =>
  Object.fromEntries(
    Object.entries(work).map(([field, value]) => {
      if (!NAME_FIELDS.has(field) || !Array.isArray(value)) return [field, value]
      const { named, hasOthers } = namedIn(value as CslName[])
      return [field, hasOthers ? [...named, { family: name }] : value]
    }),
  )

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
