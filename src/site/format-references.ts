/** Formats the works that pages show. A style takes milliseconds a work, so it is done for all of them at once, and remembered. */
import { formatReference, isRemembered, rememberReference, referenceKey } from '../corpus/bibliography.ts'
import type { Corpus } from '../corpus/model.ts'
import { inThreads, isWorthThreads } from './threads.ts'

/** Formatted references by their works' keys. */
export type References = Readonly<Record<string, string>>

/**
 * From now on no page waits for the style of a reference.
 *
 * @returns Those of this corpus, and no others.
 */
export async function formatReferences({ sourceOf }: Corpus): Promise<References> {
  const works = new Map([...sourceOf.values()].flat().map((source) => [referenceKey(source), source]))
  const missing = [...works].filter(([key]) => !isRemembered(key)).map(([, source]) => source)
  if (isWorthThreads(missing)) {
    const worker = new URL('./reference-worker.ts', import.meta.url)
    const formatted = await inThreads<string>('Formatting references:', worker, missing)
    missing.forEach((source, index) => rememberReference(referenceKey(source), formatted[index]!))
  }
  return Object.fromEntries([...works].map(([key, source]) => [key, formatReference(source)]))
}
