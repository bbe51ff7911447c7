import type { FormattedReference } from '../corpus/bibliography/reference.ts'
import { referenceKey, type KnownReferences } from '../corpus/bibliography/reference-formatter.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { inThreads, isWorthThreads } from './worker-pool.ts'

/**
 * Formats every work that the pages of a corpus show, so that no page waits for one. Many works are formatted in
 * several threads, because each takes milliseconds.
 *
 * @param references The references that are formatted already. The others are added to it.
 * @returns The references of this corpus, and no others, as HTML by the keys of their works. Works that the style
 *   cannot   write are left out, so that the next run finds out why again.
 */
export async function formatReferences(
  { sourceOf, works }: Corpus,
  references: KnownReferences,
): Promise<Readonly<Record<string, string>>> {
  const shown = [...[...sourceOf.values()].flat(), ...[...works.values()].map(({ source }) => source)]
  const byKey = new Map(shown.map((source) => [referenceKey(source), source]))
  const missing = [...byKey].filter(([key]) => !references.has(key)).map(([, source]) => source)
  if (isWorthThreads(missing)) {
    const worker = new URL('./reference-worker.ts', import.meta.url)
    const formatted = await inThreads<FormattedReference>('Formatting references:', worker, missing, references.style)
    missing.forEach((source, index) => references.add(referenceKey(source), formatted[index]!))
  } else references.addAll(missing)
  const written = [...byKey].filter(([, source]) => references.faultOf(source) === undefined)
  return Object.fromEntries(written.map(([key, source]) => [key, references.format(source)]))
}
