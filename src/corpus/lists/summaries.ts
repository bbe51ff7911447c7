/** This file makes summaries of entries as lists show them, and orders entries for lists. */
import { hrefOf } from '../address.ts'
import type { Balance, WithMarkup } from '../model/entry.ts'
import type { Parsed, ParsedCanvas, ParsedInquiry, ParsedNote } from '../model/parsed.ts'
import type { FieldNote } from '../evidence-field/field.ts'
import { plainOf, proseOf } from '../render/prose.ts'
import { ownLanguage } from '../own-language.ts'
import { balancesOf } from '../render/balance.ts'
import { restsOnRetracted } from '../updates/known.ts'
import { countsAs } from '../own-statuses.ts'
import type { Corpus } from '../model/corpus.ts'
import type { EvidenceLink } from '../model/resolved.ts'
import { collatorOf, compareText } from '../compare.ts'
import { ROLES, type Role, type Status, type StatusName } from '../vocabulary.ts'

/** An `InquirySummary` is an inquiry as a list shows it. */
export interface InquirySummary extends WithMarkup {
  readonly title: string
  readonly href: string
  /** This is the language as a BCP 47 tag. It is undefined where that is the site's language. */
  readonly lang?: string
  readonly answer?: string
  readonly status: StatusName
  /** This is the status of the engine that it counts as. */
  readonly countsAs: Status
  readonly balance: Balance
  /** This counts the notes that rest on a retracted work, which the balance leaves out. It is undefined without any. */
  readonly retracted?: Balance
  /** These are the notes that bear on the inquiry or that its essay cites, as its field shows them. */
  readonly field: readonly FieldNote[]
  /** This is the day of the last change, as YYYY-MM-DD, or its month or year. */
  readonly date?: string
}

/** A `NoteSummary` is a note as a list shows it. */
export interface NoteSummary {
  readonly title: string
  readonly href: string
  /** This is the language as a BCP 47 tag. It is undefined where that is the site's language. */
  readonly lang?: string
  /** This is the first line of the claim: its first sentence, or as many words as fit. */
  readonly claim?: string
  /** This names the first of the works that the note is drawn from, by author and year. */
  readonly source?: string
  /** These are the roles that the note has toward inquiries, each once. */
  readonly roles: readonly Role[]
  /** This is the day of the last change, as YYYY-MM-DD, or its month or year. */
  readonly date?: string
}

/** A `CanvasSummary` is a canvas as a list shows it. */
export interface CanvasSummary {
  readonly title: string
  readonly href: string
  /** This is the language as a BCP 47 tag. It is undefined where that is the site's language. */
  readonly lang?: string
  /** This is the number of texts, files and addresses on the canvas. */
  readonly nodes: number
}

/** Gives the date of the last change in substance of an entry: a day as YYYY-MM-DD, a month or a year. */
const dateOf = ({ data }: Parsed): string | undefined => data.updated ?? data.created

/**
 * Gives the function that compares entries by date, newest first, and then by title and path. Entries without a date
 * come last.
 *
 * @param language The language of the site, in whose order titles are.
 */
export function newestFirst(language: string): (a: Parsed, b: Parsed) => number {
  const compare = collatorOf(language)
  return (a, b) =>
    compareText(dateOf(b) ?? '', dateOf(a) ?? '') ||
    compare(a.writtenTitle, b.writtenTitle) ||
    compareText(a.path, b.path)
}

const dated = (entry: Parsed): { date?: string } => {
  const date = dateOf(entry)
  return date === undefined ? {} : { date }
}

function inOwnLanguage(corpus: Corpus, entry: Parsed): { lang?: string } {
  const lang = ownLanguage(corpus, entry)
  return lang === undefined ? {} : { lang }
}

/** Makes the summary of an inquiry. */
export function summariseInquiry(corpus: Corpus, inquiry: ParsedInquiry): InquirySummary {
  const evidenceLinks = corpus.evidenceByInquiry.get(inquiry.path) ?? []
  const { answer, status } = inquiry.data
  return {
    title: inquiry.title,
    href: hrefOf(corpus, inquiry.path),
    ...proseOf(corpus, [inquiry], { answer }, { within: [inquiry.path] }),
    status,
    countsAs: countsAs(corpus.settings, status),
    ...balancesOf(corpus, evidenceLinks),
    field: evidenceLinks.map((evidenceLink) => fieldNote(corpus, evidenceLink)),
    ...dated(inquiry),
    ...inOwnLanguage(corpus, inquiry),
  }
}

/** Gives what a small field shows of a note: its role, and the year of the first of its works that has one. */
function fieldNote(corpus: Corpus, { note, role }: EvidenceLink): FieldNote {
  const year = (corpus.sourceOf.get(note.path) ?? []).find((source) => source.year !== undefined)?.year
  return {
    ...(role !== undefined && { role }),
    ...(year !== undefined && { year }),
    ...(restsOnRetracted(corpus, note) && { retracted: true as const }),
  }
}

/** Makes the summary of a note. */
export function summariseNote(corpus: Corpus, note: ParsedNote): NoteSummary {
  const roles = new Set((corpus.evidenceByNote.get(note.path) ?? []).map(({ role }) => role))
  const [source] = corpus.sourceOf.get(note.path) ?? []
  return {
    title: note.title,
    href: hrefOf(corpus, note.path),
    ...(note.data.claim !== undefined && { claim: firstLine(plainOf(corpus, note, note.data.claim)) }),
    ...(source !== undefined && { source: source.short }),
    roles: ROLES.filter((role) => roles.has(role)),
    ...dated(note),
    ...inOwnLanguage(corpus, note),
  }
}

/** A line of a list has as many characters on a wide screen, and is two or three lines on a phone. */
const LINE = 150

/**
 * Gives the first line of a text: its first sentence where it is short, or else as many words as fit, with `…`.
 *
 * @example
 * firstLine('It holds. In all cases that were seen.') // 'It holds. In all cases that were seen.'
 */
export function firstLine(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  if (line.length <= LINE) return line
  const end = Math.max(...['. ', '? ', '! '].map((stop) => line.lastIndexOf(stop, LINE)))
  if (end > LINE / 3) return line.slice(0, end + 1)
  const space = line.lastIndexOf(' ', LINE)
  return `${line.slice(0, space > 0 ? space : LINE).replace(/[\s,;:–—-]+$|[\uD800-\uDBFF]$/, '')}…`
}

/** Makes the summary of a canvas. */
export function summariseCanvas(corpus: Corpus, canvas: ParsedCanvas): CanvasSummary {
  return {
    title: canvas.title,
    href: hrefOf(corpus, canvas.path),
    nodes: canvas.nodeCount,
    ...inOwnLanguage(corpus, canvas),
  }
}
