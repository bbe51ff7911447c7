/** Formats the works that pages show. A style takes milliseconds a work, so it is done for all of them at once, and remembered. */
import { formatReference, isRemembered, rememberReference, referenceKey } from '../corpus/bibliography/reference.ts'
import { inThreads, isWorthThreads } from './worker-pool.ts'
import type { Corpus } from '../corpus/model/corpus.ts'

/** Formatted references by their works' keys. */
export type References = Readonly<Record<string, string>>

/**
 * From now on no page waits for the style of a reference. A corpus has it done once, whoever asks.
 *
 * @returns Those of this corpus, and no others.
 */
export function formatReferences(corpus: Corpus): Promise<References> {
  const formatted = known.get(corpus) ?? formatAll(corpus)
  known.set(corpus, formatted)
  return formatted
}

const known = new WeakMap<Corpus, Promise<References>>()

async function formatAll({ sourceOf, works, style }: Corpus): Promise<References> {
  const shown = [...[...sourceOf.values()].flat(), ...[...works.values()].map(({ source }) => source)]
  const byKey = new Map(shown.map((source) => [referenceKey(source), source]))
  const missing = [...byKey].filter(([key]) => !isRemembered(key, style)).map(([, source]) => source)
  if (isWorthThreads(missing)) {
    const worker = new URL('./reference-worker.ts', import.meta.url)
    const formatted = await inThreads<string>('Formatting references:', worker, missing, style)
    missing.forEach((source, index) => rememberReference(referenceKey(source), formatted[index]!, style))
  }
  return Object.fromEntries([...byKey].map(([key, source]) => [key, formatReference(source, style)]))
}
