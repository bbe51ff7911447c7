/** Makes the files by which scripts narrow the lists of inquiries, notes and sources. */
import { facetIndex, type FacetIndex } from '../corpus/lists/facet-index.ts'
import { hasFacets, indexAddress, type ListPlan } from '../corpus/lists/list-views.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import type { SitePath } from '../corpus/vocabulary.ts'
import type { ListPlans } from './lists.ts'

/** A file by which a script narrows a list. */
export interface ListIndex {
  readonly address: SitePath
  readonly dependsOn: () => FacetIndex
  readonly content: () => string
}

/** Returns these files, one for each list that is long enough to be narrowed. */
export function listIndexes(corpus: Corpus, { inquiries, notes, sources }: ListPlans): ListIndex[] {
  return [...indexOf(corpus, inquiries), ...indexOf(corpus, notes), ...indexOf(corpus, sources)]
}

function indexOf<T, S>({ settings }: Corpus, plan: ListPlan<T, S>): ListIndex[] {
  if (!hasFacets(plan)) return []
  let known: FacetIndex | undefined
  const index = (): FacetIndex => (known ??= facetIndex(settings, plan))
  return [{ address: indexAddress(plan.section), dependsOn: index, content: () => `${JSON.stringify(index())}\n` }]
}
