import { isInquiry } from '../model/parsed.ts'
import type { FilterName } from './record.ts'
import type { Corpus } from '../model/corpus.ts'
import { compareText } from '../compare.ts'
import { KINDS, ROLES, STATUSES } from '../vocabulary.ts'

/**
 * What search results can be narrowed to, by filter; every value occurs. Years are the newest first. There may be as many authors as
 * notes, so they are not listed: who wants one is shown those that the index has.
 */
export function filterValues({
  entries,
  topics,
  evidenceByNote,
  sourceOf,
  works,
}: Corpus): Record<Exclude<FilterName, 'author'>, string[]> {
  const all = [...entries.values()]
  const roles = new Set([...evidenceByNote.values()].flat().flatMap(({ role }) => role ?? []))
  const sources = [...[...sourceOf.values()].flat(), ...[...works.values()].map(({ source }) => source)]
  const years = new Set(sources.flatMap(({ year }) => year ?? []))
  return {
    kind: [
      ...KINDS.filter((kind) => all.some((entry) => entry.kind === kind)),
      ...(works.size > 0 ? ['source'] : []),
      ...(topics.size > 0 ? ['topic'] : []),
    ],
    topic: [...topics.values()].map(({ name }) => name).sort(compareText),
    role: ROLES.filter((role) => roles.has(role)),
    status: STATUSES.filter((status) => all.some((entry) => isInquiry(entry) && entry.data.status === status)),
    year: [...years].sort((a, b) => b - a).map(String),
  }
}
