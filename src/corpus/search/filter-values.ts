import { isInquiry, isNote, type Parsed } from '../model/parsed.ts'
import type { FilterName } from './record.ts'
import { designsOf } from '../own-designs.ts'
import { statusesOf } from '../own-statuses.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Settings } from '../site-config.ts'
import { collatorOf, compareText } from '../compare.ts'
import { KINDS, ROLES } from '../vocabulary.ts'

/** Gives the languages of entries, sorted by their tags. */
export const languagesIn = (entries: readonly Parsed[], { language }: Settings): string[] =>
  [...new Set(entries.map(({ data }) => data.lang ?? language))].sort(compareText)

/**
 * Gives the values by which search results can be narrowed, for each filter. Only values that occur are given, and the
 * years are newest first. Authors are left out, because there may be as many of them as notes. The search page asks the
 * index for them when a reader wants to narrow by author.
 */
export function filterValues({
  settings,
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
  const languages = languagesIn(all, settings)
  const studies = all.flatMap((entry) => (isNote(entry) && entry.data.study) || [])
  return {
    kind: [
      ...KINDS.filter((kind) => all.some((entry) => entry.kind === kind)),
      ...(works.size > 0 ? ['source'] : []),
      ...(topics.size > 0 ? ['topic'] : []),
    ],
    topic: [...topics.values()].map(({ name }) => name).sort(collatorOf(settings.language)),
    role: ROLES.filter((role) => roles.has(role)),
    status: statusesOf(settings).filter((status) =>
      all.some((entry) => isInquiry(entry) && entry.data.status === status),
    ),
    language: languages.length > 1 ? languages : [],
    design: designsOf(settings).filter((design) => studies.some((study) => study.design === design)),
    preregistered: ['yes', 'no'].filter((said) => studies.some((study) => study.preregistered === (said === 'yes'))),
    year: [...years].sort((a, b) => b - a).map(String),
  }
}
