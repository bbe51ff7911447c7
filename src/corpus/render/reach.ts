import type { ParsedInquiry } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import { compareText } from '../compare.ts'
import { type FilePath, type Role, ROLES } from '../vocabulary.ts'
import type { Work } from '../model/source.ts'

/** An inquiry that a work bears on. */
export interface Reached {
  readonly inquiry: ParsedInquiry
  /** Those of the notes drawn from the work. None where the essay itself cites it, or cites a note that does not say. */
  readonly roles: readonly Role[]
}

/** The inquiries that a work reaches, through the notes drawn from it or by being cited itself. By title. */
export function inquiriesReached({ evidenceByNote }: Corpus, { notes, citations }: Work): Reached[] {
  const reached = new Map<FilePath, { inquiry: ParsedInquiry; roles: Set<Role> }>()
  const add = (inquiry: ParsedInquiry, role?: Role): void => {
    const { roles } = reached.get(inquiry.path) ?? { roles: new Set<Role>() }
    if (role !== undefined) roles.add(role)
    reached.set(inquiry.path, { inquiry, roles })
  }
  for (const { path } of notes) for (const { inquiry, role } of evidenceByNote.get(path) ?? []) add(inquiry, role)
  for (const { from } of citations) if (from.kind === 'inquiry') add(from)
  return [...reached.values()]
    .sort((a, b) => compareText(a.inquiry.title, b.inquiry.title) || compareText(a.inquiry.path, b.inquiry.path))
    .map(({ inquiry, roles }) => ({ inquiry, roles: ROLES.filter((role) => roles.has(role)) }))
}
