/** Entries as lists show them, and the order in which lists show them. */
import { hrefOf } from '../address.ts'
import type { Balance } from '../model/entry.ts'
import type { Parsed, ParsedInquiry, ParsedNote } from '../model/parsed.ts'
import { ownLanguage } from '../render/ref.ts'
import { balanceOf } from '../render/render.ts'
import type { Corpus } from '../model/corpus.ts'
import { compareText } from '../compare.ts'
import { ROLES, type Role, type Status } from '../vocabulary.ts'

/** An inquiry in a list. */
export interface InquirySummary {
  readonly title: string
  readonly href: string
  readonly lang?: string
  readonly answer?: string
  readonly status: Status
  readonly balance: Balance
  readonly sources: number
  readonly date?: string
}

/** A note in a list. */
export interface NoteSummary {
  readonly title: string
  readonly href: string
  readonly lang?: string
  readonly source?: string
  readonly roles: readonly Role[]
  readonly date?: string
}

const dateOf = ({ data }: Parsed): string | undefined => data.updated ?? data.created

/** Then by title. */
export function newestFirst(a: Parsed, b: Parsed): number {
  return (
    compareText(dateOf(b) ?? '', dateOf(a) ?? '') ||
    compareText(a.writtenTitle, b.writtenTitle) ||
    compareText(a.path, b.path)
  )
}

const dated = (entry: Parsed): { date?: string } => {
  const date = dateOf(entry)
  return date === undefined ? {} : { date }
}

function inOwnLanguage(corpus: Corpus, entry: Parsed): { lang?: string } {
  const lang = ownLanguage(corpus, entry)
  return lang === undefined ? {} : { lang }
}

export function summariseInquiry(corpus: Corpus, inquiry: ParsedInquiry): InquirySummary {
  const evidenceLinks = corpus.evidenceByInquiry.get(inquiry.path) ?? []
  const { answer, status } = inquiry.data
  return {
    title: inquiry.title,
    href: hrefOf(corpus, inquiry.path),
    ...(answer !== undefined && { answer }),
    status,
    balance: balanceOf(evidenceLinks),
    sources: evidenceLinks.length,
    ...dated(inquiry),
    ...inOwnLanguage(corpus, inquiry),
  }
}

export function summariseNote(corpus: Corpus, note: ParsedNote): NoteSummary {
  const roles = new Set((corpus.evidenceByNote.get(note.path) ?? []).map(({ role }) => role))
  const [source] = corpus.sourceOf.get(note.path) ?? []
  return {
    title: note.title,
    href: hrefOf(corpus, note.path),
    ...(source !== undefined && { source: source.short }),
    roles: ROLES.filter((role) => roles.has(role)),
    ...dated(note),
    ...inOwnLanguage(corpus, note),
  }
}
