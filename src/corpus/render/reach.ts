/** This file finds the inquiries that a work bears on. */
import type { ParsedInquiry } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import { collatorOf, compareText } from '../compare.ts'
import { type FilePath, type Role, ROLES } from '../vocabulary.ts'
import type { Work } from '../model/source.ts'

/** A `Reached` is an inquiry that a work bears on. */
export interface InquiryOfWork {
  readonly inquiry: ParsedInquiry
  /**
   * These are the roles of the notes that are drawn from the work. There is none where only the essay cites the work,
   * or where it cites a note that does not say how it bears on the inquiry.
   */
  readonly roles: readonly Role[]
}

/**
 * Gives the inquiries that a work reaches, by title. It reaches them through the notes that are drawn from it, or
 * because an essay cites it.
 */
export function inquiriesOfWork({ evidenceByNote, settings }: Corpus, { notes, citations }: Work): InquiryOfWork[] {
  const reached = new Map<FilePath, { inquiry: ParsedInquiry; roles: Set<Role> }>()
  const add = (inquiry: ParsedInquiry, role?: Role): void => {
    const { roles } = reached.get(inquiry.path) ?? { roles: new Set<Role>() }
    if (role !== undefined) roles.add(role)
    reached.set(inquiry.path, { inquiry, roles })
  }
  for (const { path } of notes)
    for (const { inquiry, role } of evidenceByNote.get(path) ?? []) add(inquiry, role === 'none' ? undefined : role)
  for (const { from } of citations) if (from.kind === 'inquiry') add(from)
  return [...reached.values()]
    .sort(
      (a, b) =>
        collatorOf(settings.language)(a.inquiry.writtenTitle, b.inquiry.writtenTitle) ||
        compareText(a.inquiry.path, b.inquiry.path),
    )
    .map(({ inquiry, roles }) => ({ inquiry, roles: ROLES.filter((role) => roles.has(role)) }))
}
