/** A work in CSL-JSON, the form in which citation processors read it. */
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

/** What a reference is made of. The others are the reader's own: abstract, keywords, remarks, where a file lies on a disk. */
const PUBLIC: ReadonlySet<string> = new Set(`id ${NAMES} ${DATES} ${TEXTS}`.split(/\s+/))

export const isPublicField = (name: string): boolean => PUBLIC.has(name)

/** The work without what is not for the public, in the order of its fields. */
export const publicPart = (work: Csl): Csl =>
  Object.fromEntries(Object.entries(work).filter(([name]) => isPublicField(name)))

/** The parts of the date it appeared, or none. */
export const issuedParts = ({ issued }: Csl): number[] =>
  (issued?.['date-parts']?.[0] ?? (issued?.raw === undefined ? [] : (/^\d{4}/.exec(issued.raw) ?? [])))
    .map(Number)
    .filter((part) => Number.isInteger(part))

/** A text field; numbers count as text. */
export function textOf(work: Csl, field: string): string | undefined {
  const value = work[field]
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return text.trim() === '' ? undefined : text.trim()
}

/** CSL keeps emphasis as tags, which would show where a title is printed as text. */
export const plain = (title: string): string => title.replace(/<\/?(?:i|b|sub|sup|sc|span)(?: [^<>]*)?>/g, '')

/** The first page of a work and the last, as far as they are known. */
export const pagesOf = (work: Csl): (string | undefined)[] =>
  (textOf(work, 'page') ?? '').split(/\s*[-–—]+\s*/).map((each) => each || undefined)

/** All of a name's parts in the order of an index: `Family, Given`. */
export function indexName(name: CslName): string {
  const { family, given, literal, suffix } = name
  const particles = [name['non-dropping-particle'], name['dropping-particle']]
  const whole = [...particles, family].filter(Boolean).join(' ')
  return whole === '' ? (literal ?? given ?? '') : [whole, suffix, given].filter(Boolean).join(', ')
}
