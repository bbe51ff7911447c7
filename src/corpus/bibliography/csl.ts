/** This file reads single facts of a work in CSL-JSON. */
import { bareDoi } from '../doi.ts'
import type { Csl, CslName } from '../model/csl.ts'
import { isPlainDate, soundDate } from './csl-date.ts'
import { hasForeignName, soundNames } from './csl-name.ts'

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
function soundValue(field: string, value: unknown): unknown {
  if (NAME_FIELDS.has(field)) return soundNames(value)
  if (DATE_FIELDS.has(field)) return soundDate(value)
  if (field === 'DOI' && typeof value === 'string') return bareDoi(value) || undefined
  if (typeof value === 'number' && Number.isFinite(value)) return WORDS.has(field) ? String(value) : value
  return typeof value === 'string' ? value : undefined
}

/** Tells whether a field holds names. */
export const isNameField = (name: string): boolean => NAME_FIELDS.has(name)

/** Tells whether a field holds a date. */
export const isDateField = (name: string): boolean => DATE_FIELDS.has(name)

/** Tells whether a field is for the public. */
export const isPublicField = (name: string): boolean => PUBLIC.has(name)

/** Gives a work without the fields that are not for the public. The order of the fields stays. */
export function publicPart(work: Csl): Csl {
  const part: Record<string, unknown> = {}
  for (const name in work) if (PUBLIC.has(name)) part[name] = work[name]
  return part
}

/**
 * Gives a work whose names and dates are as the format has them where they can be. Those that are none stay, so that what
 * reads them next can correct them.
 */
export function withSoundParts(work: Csl): Csl {
  let whole = work
  for (const field in work) {
    const value = work[field]
    const isForeign = NAME_FIELDS.has(field) ? hasForeignName(value) : DATE_FIELDS.has(field) && !isPlainDate(value)
    const sound = isForeign ? soundValue(field, value) : undefined
    if (sound !== undefined) whole = { ...whole, [field]: sound }
  }
  return whole
}

/** Gives the public part of a work without the values that `soundValue` rejects. The order of the fields stays. */
export function soundPart(work: Csl): Csl {
  const part: Record<string, unknown> = {}
  for (const name in work) {
    const sound = PUBLIC.has(name) ? soundValue(name, work[name]) : undefined
    if (sound !== undefined) part[name] = sound
  }
  return part
}

/**
 * Gives year, month and day of the date on which a work appeared, as far as they are known. The list may be empty.
 *
 * @example
 * issuedParts({ issued: { 'date-parts': [['2025', 3]] } }) // [2025, 3]
 */
export const issuedParts = ({ issued }: Csl): number[] =>
  (issued?.['date-parts']?.[0] ?? []).map(Number).filter((part) => Number.isInteger(part))

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
 * text. Numbers that are raised stay so, because 10⁶ is another number than 106.
 *
 * @example
 * withoutMarkup('<i>E. coli</i> in CO<sub>2</sub>') // 'E. coli in CO2'
 */
export const withoutMarkup = (title: string): string =>
  title
    .replace(/<sup>([-+−\d]+)<\/sup>/g, (_, power: string) => power.replace(/./gu, (sign) => RAISED[sign] ?? sign))
    .replace(/<\/?(?:i|b|sub|sup|sc|span)(?: [^<>]*)?>/g, '')

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (sign, index) => [String(index), sign])),
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
}

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
